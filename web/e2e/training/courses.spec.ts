import { inArabic } from "../fixtures/fields.ts";
import { pdf } from "../fixtures/files.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("an institution writes a course, orders its modules with the keyboard, publishes, changes and archives it", async ({
	page,
}) => {
	test.slow();
	const name = `مقرر الصباغة ${Date.now()}`;
	await signIn(page, "ar", "chamber", "/my-cohorts");
	await page.getByRole("link", { name: "مقرراتنا" }).click();
	await expectWellMade(page, /مقرراتنا/);
	await page.getByRole("link", { name: "مقرر جديد" }).click();
	await page.getByRole("button", { name: "إنشاء المسودة" }).click();
	await expect(page.getByLabel(inArabic("اسم المقرر"))).toBeFocused();
	await page.getByLabel(inArabic("اسم المقرر")).fill(name);
	await page.getByLabel(inArabic("الأهداف")).fill("صباغة الصوف بالنباتات.");
	await page.getByLabel(inArabic("الفئة المستهدفة")).fill("حرفيو النسيج.");
	const modules = page.getByRole("region", { name: "الوحدات" });
	await modules.getByLabel(inArabic("عنوان الوحدة")).fill("الألوان");
	await modules.getByLabel("المدة بالدقائق").fill("١٢٠");
	await modules.getByLabel(inArabic("التطبيق في مشروع الجمعية")).fill("جدول الألوان");
	await modules.getByRole("button", { name: "إضافة وحدة" }).click();
	await modules.getByLabel(inArabic("عنوان الوحدة")).last().fill("النباتات");
	await modules.getByLabel("المدة بالدقائق").last().fill("60");
	await modules.getByRole("button", { name: "تقديم" }).last().focus();
	await page.keyboard.press("Enter");
	await expect(modules.getByLabel(inArabic("عنوان الوحدة")).first()).toHaveValue("النباتات");
	await page.getByRole("button", { name: "إنشاء المسودة" }).click();
	await expect(page.getByText("اختاروا الأداة التي يستعملها التطبيق")).toBeVisible();
	await modules
		.getByLabel(/أداة ورشة المشاريع/)
		.last()
		.selectOption({ label: "الشركاء والتفاوض" });
	await expectWellMade(page, /مقرر جديد/);
	await page.getByRole("button", { name: "إنشاء المسودة" }).click();

	await expect(page.getByText("مسودة لا يراها إلا من كتبها")).toBeVisible();
	await expect(page.getByText("3 ساعات")).toBeVisible();
	await page.getByRole("button", { name: "نشر المقرر" }).click();
	await page.getByRole("dialog").getByRole("button", { name: "نشر المقرر" }).click();
	await expect(page.getByRole("link", { name: /النسخة/ })).toBeVisible();
	await page.getByRole("link", { name: "تعديل", exact: true }).click();
	await page.getByLabel(inArabic("الفئة المستهدفة")).fill("حرفيو النسيج والزرابي.");
	const first = page.getByRole("region", { name: "الوحدات" });
	await first.getByRole("button", { name: "إضافة مرجع" }).first().click();
	await first.getByLabel(inArabic("اسم المرجع")).fill("دليل النباتات");
	await first.getByLabel("نوع المرجع").selectOption({ label: "ملف" });
	await first.locator("input[type=file]").setInputFiles(pdf("النباتات.pdf"));
	await expect(first.getByLabel("الملف", { exact: true })).toHaveValue(/course-files/);
	await page.getByRole("button", { name: "حفظ" }).click();
	await expect(page.getByText("ما ترونه معدّل ولم يُنشر بعد")).toBeVisible();
	await expectWellMade(page, new RegExp(name));
	await page.getByRole("button", { name: "نشر المقرر" }).click();
	await page.getByRole("dialog").getByRole("button", { name: "نشر المقرر" }).click();
	await expect(page.getByRole("link", { name: /النسخة/ })).toHaveCount(2);
	const [file] = await Promise.all([
		page.waitForEvent("download"),
		page.getByRole("button", { name: "دليل النباتات" }).click(),
	]);
	expect(file.suggestedFilename()).toBe("النباتات.pdf");
	await expect(page.getByRole("region", { name: "ملفات المقرر" })).toContainText("منشور منذ");

	// A file that was sent and is named by nothing is not kept for ever.
	await page.getByRole("link", { name: "تعديل", exact: true }).click();
	await first.getByRole("button", { name: "إضافة مرجع" }).first().click();
	await first.getByLabel("نوع المرجع").last().selectOption({ label: "ملف" });
	await first.locator("input[type=file]").last().setInputFiles(pdf("مسودة.pdf"));
	await expect(first.getByLabel("الملف", { exact: true }).last()).toHaveValue(/course-files/);
	await page.getByRole("link", { name: "إلغاء" }).click();
	const files = page.getByRole("region", { name: "ملفات المقرر" });
	await files.getByRole("button", { name: /حذف الملف.*مسودة/ }).click();
	await page.getByRole("alertdialog").getByRole("button", { name: "حذف الملف" }).click();
	await expect(files.getByText("لا تستعمله أي وحدة", { exact: true })).toHaveCount(0);
	await page.getByRole("button", { name: "نقل إلى الأرشيف" }).click();
	await page.getByRole("dialog").getByRole("button", { name: "نقل إلى الأرشيف" }).click();
	await expect(page.getByText("لا تُفتح له دورات جديدة")).toBeVisible();
	await expect(page.getByRole("button", { name: "إعادة إلى الدليل" })).toBeVisible();
});
