import { expect, expectWellMade, expectWellMadeOnPhone, test } from "../fixtures/page.ts";
import { signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("the ministry confirms a moving day off and adds one", async ({ page, expectRefusal }) => {
	expectRefusal(422);
	const added = `عطلة استثنائية ${Date.now()}`;
	const year = new Date().getFullYear() + 2;
	await signIn(page, "ar", "ministry", "/reference?tab=holidays");
	await page.getByLabel("السنة", { exact: true }).selectOption(String(year));
	const moving = page.getByRole("row").filter({ hasText: "مؤقت، قد يتغير" }).first();
	const name = (await moving.getByRole("rowheader").textContent()) ?? "";
	const row = page.getByRole("row", { name });
	await expectWellMade(page, /البيانات المرجعية/);

	await moving.getByRole("button", { name: /تعديل/ }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("التاريخ مؤكد").check();
	await dialog.getByLabel(/النص المستند إليه/).fill("");
	await dialog.getByRole("button", { name: "حفظ" }).click();
	await expect(dialog.getByLabel(/النص المستند إليه/)).toBeFocused();
	await dialog.getByLabel(/النص المستند إليه/).fill("بلاغ وزارة الشؤون الدينية والأوقاف");
	await dialog.getByRole("button", { name: "حفظ" }).click();
	await expect(row).toContainText("مؤكد");
	await expect(row).not.toContainText("مؤقت");

	await page.getByRole("button", { name: "إضافة يوم عطلة" }).click();
	await dialog.getByLabel("الرمز").fill(`day_${Date.now()}`);
	await dialog.getByLabel("الاسم بالعربية").fill(added);
	const first = dialog.getByRole("group", { name: "أول يوم" });
	await first.getByLabel("اليوم").fill("14");
	await first.getByLabel("الشهر").selectOption({ index: 4 });
	await first.getByLabel("السنة").fill(String(year));
	await dialog.getByLabel("التاريخ مؤكد").check();
	await dialog.getByLabel(/النص المستند إليه/).fill("مرسوم تنفيذي");
	await expectWellMadeOnPhone(page, /البيانات المرجعية/);
	await dialog.getByRole("button", { name: "حفظ" }).click();
	await expect(page.getByRole("row", { name: added })).toContainText("مؤكد");
});
