import { expect, expectOutline, expectWellMade, test } from "../fixtures/page.ts";
import { leave, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

const SHEET = ["تصميم الأجنحة\t5\t", "تحضير القاعة\t3\tA1", "دعوة الحرفيين\t10\tA1"].join("\n");

test("from an empty project to a schedule: typed, pasted, refused, mended; the chamber reads and answers", async ({
	page,
	expectRefusal,
}) => {
	/** Both words of the label stand between isolates. */
	const cell = (column: string, row: string) =>
		page.getByLabel(`\u2068${column}\u2069، \u2068${row}\u2069`, { exact: true });
	await signIn(page, "ar", "association", "/projects");
	await page.getByRole("link", { name: "مشروع جديد" }).click();
	await expectOutline(page, "ar", "newProject");
	await page.getByLabel("اسم المشروع بالعربية").fill("معرض الربيع للنحاس");
	const start = page.getByRole("group", { name: /تاريخ الانطلاق/ });
	await start.getByLabel("اليوم").fill("3");
	await start.getByLabel("الشهر").selectOption("01");
	await start.getByLabel("السنة").fill("2027");
	await page.getByRole("button", { name: "إنشاء المشروع" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "معرض الربيع للنحاس" })).toBeVisible();
	await expectWellMade(page, /معرض الربيع للنحاس/);
	await expectOutline(page, "ar", "project");

	await page.getByRole("link", { name: "الأنشطة والجدول الزمني" }).click();
	await page.getByRole("button", { name: "إضافة نشاط" }).click();
	const name = cell("النشاط", "A1");
	await expect(name).toBeFocused();
	await name.evaluate((input, text) => {
		const data = new DataTransfer();
		data.setData("text/plain", text);
		input.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
	}, `${SHEET}`);
	await expect(cell("النشاط", "A3")).toHaveValue("دعوة الحرفيين");
	const duration = cell("المدة", "A1");
	await duration.press("ArrowDown");
	await expect(cell("المدة", "A2")).toBeFocused();
	await cell("المدة", "A3").press("Enter");
	await cell("النشاط", "A4").fill("افتتاح المعرض");
	await cell("السوابق", "A4").fill("A2، A3+٢");
	await cell("معلم", "A4").check();

	// A circle is refused by the server, named at its cell, and nothing typed is lost, not even on reload.
	expectRefusal(422);
	await cell("السوابق", "A1").fill("A4");
	await page.getByRole("button", { name: "حفظ الأنشطة وحساب الجدول" }).click();
	await expect(cell("السوابق", "A1")).toHaveAttribute("aria-invalid", "true");
	await expect(cell("السوابق", "A1")).toHaveAccessibleDescription(/حلقة/);
	await page.reload();
	await expect(cell("السوابق", "A4")).toHaveValue("A2، A3+٢");

	await cell("السوابق", "A1").fill("");
	await page.getByRole("button", { name: "حفظ الأنشطة وحساب الجدول" }).click();
	const figures = page.getByRole("region", { name: "أرقام الجدول الزمني" }).first();
	await expect(figures).toContainText("17 يوما");
	await expect(figures).toContainText("A1 → A3 → A4");
	await expect(figures.getByRole("row", { name: /A2/ })).toContainText("9");
	await expect(page.getByRole("img", { name: /مخطط غانت/ })).toBeVisible();
	await expect(page.getByRole("img", { name: /شبكة الأنشطة/ })).toBeVisible();
	await expectWellMade(page, /الأنشطة والجدول الزمني/);
	await expectOutline(page, "ar", "projectActivities");

	const download = page.waitForEvent("download");
	await page.getByRole("button", { name: "تصدير Microsoft Project (XML)" }).click();
	expect((await download).suggestedFilename()).toBe("project.xml");

	await page.getByRole("link", { name: "نظرة عامة" }).click();
	await page.getByRole("button", { name: "اعتماد الخطة" }).click();
	const dialog = page.getByRole("dialog", { name: "اعتماد الخطة" });
	await dialog.getByLabel("السبب").fill("قرار مكتب الجمعية");
	await dialog.getByRole("button", { name: "اعتماد الخطة" }).click();
	await expect(page.getByRole("region", { name: "مسار المشروع" })).toContainText("مخطط");

	await leave(page);
	await signIn(page, "ar", "chamber", "/projects");
	await page.getByRole("searchbox", { name: "البحث باسم المشروع" }).fill("الربيع للنحاس");
	await page.getByRole("link", { name: "معرض الربيع للنحاس" }).first().click();
	await expect(page.getByRole("button", { name: "اعتماد الخطة" })).toHaveCount(0);
	await page.getByLabel("ملاحظة جديدة").fill("خطة واضحة، أضيفوا الميزانية.");
	await page.getByRole("button", { name: "إرسال" }).click();
	await expect(page.getByRole("region", { name: "الملاحظات" })).toContainText("أضيفوا الميزانية");
	await page.getByRole("link", { name: "الأنشطة والجدول الزمني" }).click();
	await expect(page.getByRole("img", { name: /مخطط غانت/ })).toBeVisible();
	await expect(page.getByRole("button", { name: "إضافة نشاط" })).toHaveCount(0);
});
