import { expect, expectOutline, expectWellMade, test } from "../fixtures/page.ts";
import { signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("a note is written, moved to another block by its menu, and the change is seen against a version", async ({
	page,
}) => {
	await signIn(page, "ar", "association", "/projects");
	await page.getByRole("link", { name: "ورشة الزرابي الجماعية" }).click();
	await page.getByRole("link", { name: "نموذج العمل الجماعي" }).click();
	await expectWellMade(page, /نموذج العمل الجماعي/);
	await expectOutline(page, "ar", "projectCanvas");
	await page.getByLabel("اسم النسخة الجديدة").fill("قبل اللقاء");
	await page.getByRole("button", { name: "حفظ نسخة" }).click();
	const since = page.getByLabel("ما الذي تغير منذ");
	// Other stories may have kept versions of their own.
	const before = since.locator("option").filter({ hasText: "قبل اللقاء" }).first();
	await expect(before).toBeAttached();

	const income = page.getByRole("region", { name: "المداخيل" });
	await income.getByRole("button", { name: /إضافة ورقة/ }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("النص").fill("بيع الزرابي في المعارض");
	await dialog.getByRole("button", { name: "حفظ", exact: true }).click();
	await expect(income).toContainText("بيع الزرابي في المعارض");

	await income.getByRole("button", { name: /تعديل أو نقل.*بيع الزرابي/ }).click();
	await dialog.getByLabel("نقل إلى").selectOption("channels");
	await dialog.getByRole("button", { name: "حفظ", exact: true }).click();
	await expect(page.getByRole("region", { name: "القنوات" })).toContainText("بيع الزرابي");
	await expect(income).not.toContainText("بيع الزرابي");

	await since.selectOption((await before.getAttribute("value")) ?? "");
	await expect(page.getByRole("region", { name: "النسخ والمقارنة" })).toContainText("جديدة:");
});
