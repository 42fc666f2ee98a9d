import { expect, test } from "../fixtures/page.ts";
import { signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("a project that begins with a template has its activities and a schedule at once", async ({
	page,
}) => {
	await signIn(page, "ar", "association", "/projects/new");
	await page.getByLabel("اسم المشروع بالعربية").fill("معرض الخزف الصيفي");
	const template = page.getByLabel("الانطلاق من");
	await template.selectOption("exhibition");
	await page.getByRole("button", { name: "إنشاء المشروع" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "معرض الخزف الصيفي" })).toBeVisible();
	await page.getByRole("link", { name: "الأنشطة والجدول الزمني" }).click();
	const editor = page.getByRole("region", { name: "جدول الأنشطة" });
	await expect(editor.getByLabel(/النشاط.*A1/).first()).toHaveValue(
		"قرار المكتب وتعيين لجنة التنظيم",
	);
	await expect(page.getByRole("img", { name: /مخطط غانت/ })).toBeVisible();
	await expect(page.getByRole("region", { name: "أرقام الجدول الزمني" }).first()).toContainText(
		"→",
	);
});
