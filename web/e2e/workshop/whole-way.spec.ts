import { readFileSync } from "node:fs";
import type { Locator } from "@playwright/test";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

async function day(form: Locator, name: string | RegExp, [number, month, year]: string[]) {
	const group = form.getByRole("group", { name }).first();
	await group.getByLabel("اليوم").fill(number ?? "");
	await group.getByLabel("الشهر").selectOption(month ?? "");
	await group.getByLabel("السنة").fill(year ?? "");
}

test("from nothing to a report: a president walks through all the tools of a project", async ({
	page,
	expectRefusal,
}) => {
	test.setTimeout(120_000);
	const dialog = page.getByRole("dialog");
	const save = () => dialog.getByRole("button", { name: "حفظ", exact: true }).click();
	const part = (name: string) => page.getByRole("region", { name }).first();
	const tool = async (name: string) => {
		await page.getByRole("link", { name, exact: true }).click();
		await expect(page.getByRole("heading", { level: 1, name: new RegExp(name) })).toBeVisible();
		await expectWellMade(page, new RegExp(`${name}.*دار النحاس`));
	};
	const cell = (column: string, row: string) =>
		page.getByLabel(`\u2068${column}\u2069، \u2068${row}\u2069`, { exact: true });

	await signIn(page, "ar", "association", "/projects");
	await page.getByRole("link", { name: "مشروع جديد" }).click();
	await page.getByLabel("اسم المشروع بالعربية").fill("دار النحاس بالقصبة");
	await page.getByLabel(/اسم المشروع بالفرنسية/).fill("Maison du cuivre");
	await day(page.getByRole("main"), /تاريخ الانطلاق/, ["1", "11", "2026"]);
	await page.getByRole("button", { name: "إنشاء المشروع" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "دار النحاس بالقصبة" })).toBeVisible();

	// The collective business model.
	await tool("نموذج العمل الجماعي");
	for (const [block, text] of [
		["المستفيدون والمنخرطون", "عشرون نحاسا من القصبة"],
		["القيمة المقدمة", "فضاء مشترك للصنع والبيع"],
		["المداخيل", "بيع الأواني النحاسية"],
	] as const) {
		await part(block)
			.getByRole("button", { name: /إضافة ورقة/ })
			.click();
		await dialog.getByLabel("النص").fill(text);
		await save();
		await expect(part(block)).toContainText(text);
	}

	// The value proposition: a need, and what answers it.
	await tool("عرض القيمة");
	const people = part("الفئات وما تحتاج إليه");
	const offers = part("العروض وكيف تجيب");
	await people.getByRole("button", { name: "إضافة فئة" }).click();
	await dialog.getByLabel("الفئة").fill("زوار القصبة");
	await save();
	await people.getByRole("button", { name: /إضافة مهمة/ }).click();
	await dialog.getByLabel("المهمة").fill("اقتناء تحفة أصيلة");
	await save();
	await offers.getByRole("button", { name: "إضافة عرض" }).click();
	await dialog.getByLabel("العرض").fill("متجر الدار");
	await dialog.getByRole("checkbox", { name: "اقتناء تحفة أصيلة" }).check();
	await save();
	await expect(part("مدى التوافق")).toContainText("100");

	// Activities and what each waits for, with their names in French beside.
	await tool("الأنشطة والجدول الزمني");
	await page.getByRole("button", { name: "إضافة نشاط" }).click();
	const width = async () => (await page.getByRole("table").first().boundingBox())?.width ?? 0;
	await cell("النشاط", "A1").fill("تهيئة المحل");
	const before = await width();
	await cell("المدة", "A1").fill("8");
	await cell("المدة", "A1").press("Enter");
	await cell("النشاط", "A2").fill("اقتناء العتاد");
	await cell("المدة", "A2").fill("5");
	await cell("السوابق", "A2").fill("A1");
	await cell("السوابق", "A2").press("Enter");
	await cell("النشاط", "A3").fill("تكوين الحرفيين");
	await cell("المدة", "A3").fill("10");
	await cell("السوابق", "A3").fill("A1 SS+2, A2");
	await page.getByLabel("لغة الأسماء").selectOption("fr");
	await cell("النشاط بالفرنسية", "A1").fill("Aménagement du local");
	await expect.poll(width).toBeLessThanOrEqual(before);
	await page.getByRole("button", { name: "حفظ الأنشطة وحساب الجدول" }).click();
	await expect(part("أرقام الجدول الزمني")).toContainText("A1 → A2 → A3");
	await expect(cell("النشاط بالفرنسية", "A1")).toHaveValue("Aménagement du local");
	await page.getByLabel("لغة الأسماء").selectOption("ar");
	await expect(cell("النشاط", "A1")).toHaveValue("تهيئة المحل");

	// Costs, one of them on days of its own.
	await tool("الميزانية والقيمة المكتسبة");
	const lines = part("بنود الكلفة");
	const line = lines.locator("ol").first().locator("> li").last();
	await page.getByRole("button", { name: "إضافة بند" }).click();
	await line.getByLabel("البند", { exact: true }).fill("أشغال");
	await line.getByLabel("مبلغ ثابت").fill("٤٠٠٠٠٠");
	await page.getByRole("button", { name: "إضافة بند" }).click();
	await line.getByLabel("النشاط", { exact: true }).selectOption({ index: 1 });
	await line.getByLabel("البند", { exact: true }).fill("أفران");
	await line.getByLabel("الكمية").fill("2");
	await line.getByLabel("سعر الوحدة").fill("150000");
	await line.getByLabel("توزيع الكلفة").selectOption({ label: "بتواريخ محددة" });
	await day(line, /تاريخ الدفعة 1/, ["11", "11", "2026"]);
	await line.getByLabel(/مبلغ الدفعة 1/).fill("100000");
	await expect(line.getByText(/يبقى من كلفة البند بلا تاريخ/)).toContainText("200.000");
	await expectWellMade(page, /الميزانية والقيمة المكتسبة/);
	const saveBudget = page.getByRole("button", { name: "حفظ الميزانية" });
	expectRefusal(422);
	await saveBudget.click();
	await expect(lines.getByRole("alert")).toBeVisible();
	await line.getByRole("button", { name: "دفعة أخرى" }).click();
	await line.getByLabel(/مبلغ الدفعة 2/).fill("200000");
	await saveBudget.click();
	await expect(line.getByRole("group", { name: /تاريخ الدفعة 2/ })).toContainText("تاريخا كاملا");
	await day(line, /تاريخ الدفعة 2/, ["16", "11", "2026"]);
	await expect(line.getByText("الدفعات تساوي كلفة البند.")).toBeVisible();
	await saveBudget.click();
	await expect(lines.getByText(/مجموع الميزانية المحفوظة/)).toContainText("700.000");
	await lines.getByLabel("لغة الأسماء").selectOption("fr");
	await line.getByLabel(/البند.* بالفرنسية/).fill("Fours");
	await saveBudget.click();
	await expect(page.getByText("حُفظت التغييرات").first()).toBeVisible();
	await page.reload();
	await expect(line.getByLabel("البند", { exact: true })).toHaveValue("أفران");
	await expect(line.getByLabel(/مبلغ الدفعة 2/)).toHaveValue("200000");

	// The plan is frozen, progress is told against it, and the figures follow.
	await part("الخطط المرجعية").getByRole("button", { name: "اعتماد خطة مرجعية" }).click();
	await dialog.getByLabel("السبب").fill("صادق المكتب على الخطة");
	await dialog.getByRole("button", { name: "اعتماد خطة مرجعية" }).click();
	await expect(part("الخطط المرجعية").getByRole("listitem")).toContainText("700.000");
	await page.getByRole("button", { name: "تقرير تقدم جديد" }).click();
	const first = dialog.getByRole("listitem").filter({ hasText: "تهيئة المحل" });
	await first.getByLabel("نسبة الإنجاز").fill("100");
	await first.getByLabel("المصروف بالدينار").fill("410000");
	await dialog.getByRole("button", { name: "حفظ التقرير" }).click();
	await expect(dialog).toHaveCount(0);
	const figure = (name: string) =>
		page.getByRole("term").filter({ hasText: name }).locator("xpath=..");
	await expect(figure("القيمة المكتسبة (EV)")).toContainText("400.000");
	await expect(figure("الكلفة الفعلية (AC)")).toContainText("410.000");
	await expect(page.getByRole("img", { name: /المنحنى S/ })).toBeVisible();
	await expectWellMade(page, /الميزانية والقيمة المكتسبة/);

	// Whether it is worth its money.
	await tool("الجدوى المالية");
	await page.getByLabel(/^اسم البند .*1/).fill("الاستثمار");
	await cell("الاستثمار", "الآن").fill("-700000");
	await cell("الاستثمار", "الفترة 1").fill("900000");
	await page.getByLabel("لغة الأسماء").selectOption("fr");
	await page.getByLabel(/اسم البند .*1.* بالفرنسية/).fill("Investissement");
	await page.getByRole("button", { name: "حفظ التدفقات وحساب الجدوى" }).click();
	await expect(figure("(NPV)")).toContainText("133.333,33");

	// A partner, on a page that bears its name.
	await tool("الشركاء");
	await page.getByRole("button", { name: "إضافة شريك" }).click();
	await dialog.getByLabel(/الشريك.* بالعربية/).fill("بلدية القصبة");
	await dialog.getByLabel(/الشريك.* بالفرنسية/).fill("Commune de la Casbah");
	await save();
	await page.getByRole("link", { name: "بلدية القصبة" }).click();
	await expect(page.getByRole("heading", { level: 2, name: "بلدية القصبة" })).toBeVisible();
	await expectWellMade(page, /بلدية القصبة.*الشركاء.*دار النحاس/);

	// A reader of French finds the names in French.
	const here = page.url();
	await page.goto(here.replace("/ar/", "/fr/"));
	await expect(page.getByRole("heading", { level: 2, name: "Commune de la Casbah" })).toBeVisible();
	await page.getByRole("link", { name: "Rentabilité" }).click();
	await expect(page.getByRole("table").first()).toBeVisible();
	await page.getByLabel("Langue des noms").selectOption("fr");
	await expect(page.getByLabel(/Nom du poste .*1.* en français/)).toHaveValue("Investissement");
	await page.getByRole("link", { name: "Budget et valeur acquise" }).click();
	await expect(page.getByRole("button", { name: /Supprimer le poste .*Fours/ })).toBeVisible();
	await page.goto(here);

	// All of it as a spreadsheet.
	await page.getByRole("link", { name: "نظرة عامة" }).click();
	const started = page.waitForEvent("download");
	await page.getByRole("button", { name: "تنزيل المشروع (XLSX)" }).click();
	const file = await started;
	expect(file.suggestedFilename()).toBe("project.xlsx");
	const bytes = readFileSync(await file.path());
	expect(bytes.subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004");
	expect(bytes.length).toBeGreaterThan(4000);

	// And as a report to print.
	const printed = page.waitForEvent("download");
	await page.getByRole("button", { name: "تقرير المشروع (PDF)" }).click();
	const report = await printed;
	expect(report.suggestedFilename()).toBe("project.pdf");
	expect(
		readFileSync(await report.path())
			.subarray(0, 5)
			.toString("latin1"),
	).toBe("%PDF-");
});
