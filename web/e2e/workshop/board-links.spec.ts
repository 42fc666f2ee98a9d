import { expect, test } from "../fixtures/page.ts";
import { signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("a note is dragged, linked to an activity, compared between two versions, and printed on one sheet", async ({
	page,
}) => {
	await signIn(page, "ar", "association", "/projects");
	await page.getByRole("link", { name: "ورشة الزرابي الجماعية" }).click();
	await page.getByRole("link", { name: "نموذج العمل الجماعي" }).click();
	const block = (name: string) => page.getByRole("region", { name, exact: true });
	const note = page.getByRole("listitem").filter({ hasText: "تجربة النول الجديد" });
	const dialog = page.getByRole("dialog");
	const save = dialog.getByRole("button", { name: "حفظ", exact: true });
	const keep = async (name: string) => {
		await page.getByLabel("اسم النسخة الجديدة").fill(name);
		await page.getByRole("button", { name: "حفظ نسخة" }).click();
		await expect(page.getByLabel("اسم النسخة الجديدة")).toHaveValue("");
	};
	await keep("قبل النول");
	await block("الموارد")
		.getByRole("button", { name: /إضافة ورقة/ })
		.click();
	await dialog.getByLabel("النص").fill("تجربة النول الجديد");
	await dialog.getByLabel("ربط الورقة").selectOption({ index: 1 });
	await expect(dialog.getByRole("button", { name: /إلغاء الربط/ })).toBeVisible();
	await save.click();
	await expect(note).toContainText("نشاط:");

	await note.dragTo(block("الأنشطة"));
	await expect(block("الأنشطة")).toContainText("تجربة النول الجديد");
	await expect(block("الموارد")).not.toContainText("تجربة النول الجديد");
	await expect(note).toContainText("نشاط:");
	await keep("بعد النول");

	await note.getByRole("button", { name: /تعديل أو نقل/ }).click();
	await dialog.getByRole("button", { name: /إلغاء الربط/ }).click();
	await save.click();
	await expect(note).not.toContainText("نشاط:");
	await note.getByRole("button", { name: /تعديل أو نقل/ }).click();
	await dialog.getByRole("button", { name: "حذف الورقة" }).click();
	await expect(note).toHaveCount(0);

	// Between the two versions the note is new, though it is gone from the board by now.
	const since = page.getByLabel("ما الذي تغير منذ");
	const option = async (name: string) =>
		(await since.locator("option").filter({ hasText: name }).first().getAttribute("value")) ?? "";
	await since.selectOption(await option("قبل النول"));
	const changes = page.getByRole("region", { name: "النسخ والمقارنة" });
	await expect(changes).toContainText("دون تغيير");
	await expect(changes).not.toContainText("جديدة: تجربة النول الجديد");
	await page.getByLabel("إلى غاية").selectOption(await option("بعد النول"));
	await expect(changes).toContainText("جديدة: تجربة النول الجديد");

	const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
	expect(paper.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
	expect(paper).toMatch(/MediaBox \[0 0 841\.\d+ 59\d\.\d+\]/);
});
