import type { Page } from "@playwright/test";
import { actAs } from "../fixtures/calls.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

const cell = (page: Page, column: string, row: string) =>
	page.getByLabel(`\u2068${column}\u2069، \u2068${row}\u2069`, { exact: true });

test("work is measured in units, by steps and by halves; a report asks for each, and the earned value follows", async ({
	page,
	expectRefusal,
}) => {
	test.setTimeout(90_000);
	const dialog = page.getByRole("dialog");
	await signIn(page, "ar", "association", "/projects/new");
	await page.getByLabel("اسم المشروع بالعربية").fill("قشابيات الشتاء");
	const start = page.getByRole("group", { name: /تاريخ الانطلاق/ });
	await start.getByLabel("اليوم").fill("1");
	await start.getByLabel("الشهر").selectOption("11");
	await start.getByLabel("السنة").fill("2026");
	await page.getByRole("button", { name: "إنشاء المشروع" }).click();

	await page.getByRole("link", { name: "الأنشطة والجدول الزمني" }).click();
	await page.getByRole("button", { name: "إضافة نشاط" }).click();
	for (const [row, name] of ["خياطة القشابيات", "العلامة الجماعية", "كراء المحل"].entries()) {
		const code = `A${row + 1}`;
		await cell(page, "النشاط", code).fill(name);
		await cell(page, "المدة", code).fill("5");
		if (row < 2) await cell(page, "المدة", code).press("Enter");
	}
	const measure = (row: string) =>
		page.getByRole("button", { name: new RegExp(`قياس العمل.*${row}`) });
	const take = () => dialog.getByRole("button", { name: "اعتماد القياس" }).click();

	await measure("A1").press("Enter");
	await dialog.getByLabel("كيف يقاس العمل؟").selectOption("units");
	await take();
	await expect(dialog.getByLabel("مجموع الوحدات")).toHaveAccessibleDescription(/أكبر من الصفر/);
	await dialog.getByLabel("مجموع الوحدات").fill("٤٠");
	await dialog.getByRole("textbox", { name: "الوحدة (اختياري)", exact: true }).fill("قطعة");
	await take();
	await expect(measure("A1")).toContainText("قطعة");

	await measure("A2").click();
	await dialog.getByLabel("كيف يقاس العمل؟").selectOption("milestones");
	await dialog.getByLabel(/الخطوة 1.* بالعربية/).fill("التصميم");
	await dialog.getByText("بالفرنسية والإنجليزية").first().click();
	await dialog.getByLabel(/الخطوة 1.* بالفرنسية/).fill("Dessin");
	await take();
	await expect(dialog.getByLabel(/الخطوة 2.* بالعربية/)).toHaveAccessibleDescription(/اسم الخطوة/);
	await dialog.getByLabel(/الخطوة 2.* بالعربية/).fill("الإيداع");
	await dialog.getByLabel("وزن الخطوة 2").fill("3");
	await expect(dialog.getByLabel("وزن الخطوة 2")).toHaveAccessibleDescription("\u206875\u2069 %");
	await expectWellMade(page, /الأنشطة والجدول الزمني/);
	await take();
	await measure("A3").click();
	await dialog.getByLabel("كيف يقاس العمل؟").selectOption("fifty_fifty");
	await take();
	await page.getByRole("button", { name: "حفظ الأنشطة وحساب الجدول" }).click();
	await expect(page.getByRole("img", { name: /مخطط غانت/ })).toBeVisible();
	await page.reload();
	await expect(measure("A2")).toContainText("خطوتان");
	await expect(measure("A3")).toContainText("50/50");

	await page.getByRole("link", { name: "الميزانية والقيمة المكتسبة" }).click();
	const lines = page.getByRole("region", { name: "بنود الكلفة" }).first();
	for (const [index, amount] of ["100000", "200000", "40000"].entries()) {
		await page.getByRole("button", { name: "إضافة بند" }).click();
		const line = lines.getByRole("listitem").last();
		await line.getByLabel("النشاط", { exact: true }).selectOption({ index });
		await line.getByLabel("البند", { exact: true }).fill(`بند ${index + 1}`);
		await line.getByLabel("مبلغ ثابت").fill(amount);
	}
	await page.getByRole("button", { name: "حفظ الميزانية" }).click();
	await expect(lines.getByText(/مجموع الميزانية المحفوظة/)).toContainText("340.000");

	await page.getByRole("button", { name: "تقرير تقدم جديد" }).click();
	const of = (name: string) => dialog.getByRole("listitem").filter({ hasText: name });
	await of("خياطة القشابيات")
		.getByLabel(/المنجز إلى هذا التاريخ/)
		.fill("عشر");
	await of("العلامة الجماعية").getByRole("checkbox", { name: "الإيداع" }).check();
	await of("كراء المحل").getByLabel("حالة النشاط").selectOption({ label: "بدأ" });
	await expect(of("كراء المحل").getByRole("group", { name: "بدأ في" })).toBeVisible();
	await dialog.getByRole("button", { name: "حفظ التقرير" }).click();
	const units = of("خياطة القشابيات").getByLabel(/المنجز إلى هذا التاريخ/);
	await expect(units).toHaveAccessibleDescription(/عدد الوحدات المنجزة/);
	await units.fill("١٠");
	await expectWellMade(page, /الميزانية والقيمة المكتسبة/);
	await dialog.getByRole("button", { name: "حفظ التقرير" }).click();
	await expect(dialog).toHaveCount(0);

	// A quarter of 100,000, three quarters of 200,000, half of 40,000.
	const earned = page
		.getByRole("term")
		.filter({ hasText: "القيمة المكتسبة (EV)" })
		.locator("xpath=..");
	await expect(earned).toContainText("195.000");
	const reports = page.getByRole("region", { name: "تقارير التقدم" }).first();
	await expect(reports).toContainText(/10.*من.*40.*قطعة.*25/);
	await expect(reports).toContainText(/الإيداع.*75/);
	await expect(reports).toContainText(/بدأ.*50/);

	// The next word on the same day is a correction: what was said stands in the fields.
	await reports.getByRole("button", { name: /تصحيح تقرير/ }).click();
	await expect(of("العلامة الجماعية").getByRole("checkbox", { name: "الإيداع" })).toBeChecked();
	await expect(of("العلامة الجماعية").getByRole("checkbox", { name: "التصميم" })).not.toBeChecked();
	await of("العلامة الجماعية").getByRole("checkbox", { name: "التصميم" }).check();
	await of("كراء المحل").getByLabel("حالة النشاط").selectOption({ label: "انتهى" });
	await expect(units).toHaveValue("10");
	await dialog.getByRole("button", { name: "حفظ التقرير" }).click();
	await expect(dialog).toHaveCount(0);
	await expect(earned).toContainText("265.000");
	await expectWellMade(page, /الميزانية والقيمة المكتسبة/);

	// A report takes a beginning back, and says so before it is sent.
	await reports.getByRole("button", { name: /تصحيح تقرير/ }).click();
	await of("كراء المحل").getByLabel("حالة النشاط").selectOption({ label: "لم يبدأ" });
	await expect(of("كراء المحل").getByRole("status")).toContainText(/يسحب هذا التقرير.*غير مبدوء/);
	await expect(of("كراء المحل").getByRole("group", { name: "بدأ في" })).toHaveCount(0);
	await expectWellMade(page, /الميزانية والقيمة المكتسبة/);
	await dialog.getByRole("button", { name: "حفظ التقرير" }).click();
	await expect(dialog).toHaveCount(0);
	await expect(earned).toContainText("225.000");
	await expect(reports).toContainText(/كراء المحل.*لم يبدأ/);

	// Steps become units: what was reported in steps is told in per cent, and the dialog says why.
	await page.getByRole("link", { name: "الأنشطة والجدول الزمني" }).click();
	await measure("A2").click();
	await dialog.getByLabel("كيف يقاس العمل؟").selectOption("units");
	await dialog.getByLabel("مجموع الوحدات").fill("8");
	await take();
	await page.getByRole("button", { name: "حفظ الأنشطة وحساب الجدول" }).click();
	await expect(page.getByText("حُفظت الأنشطة")).toBeVisible();
	// On a slow line the page still has the measures it was read with: the dialog waits for those of now.
	let answer = () => {};
	const held = new Promise<void>((go) => {
		answer = go;
	});
	await page.route("**/api/v1/projects/*/activities", async (route) => {
		await held;
		await route.continue();
	});
	await page.getByRole("link", { name: "الميزانية والقيمة المكتسبة" }).click();
	await page.getByRole("button", { name: "تقرير تقدم جديد" }).click();
	await expect(dialog.getByRole("status").getByText("جار التحميل…")).toBeAttached();
	await expect(dialog.getByRole("listitem")).toHaveCount(0);
	answer();
	const changed = of("العلامة الجماعية").getByLabel(/المنجز إلى هذا التاريخ/);
	await expect(changed).toHaveAccessibleDescription(/100.*يقاس بطريقة أخرى/);
	await expect(units).not.toHaveAccessibleDescription(/يقاس بطريقة أخرى/);
	await expectWellMade(page, /الميزانية والقيمة المكتسبة/);

	// A colleague changes the measure meanwhile: the refusal brings its field, and what was typed elsewhere stays.
	await dialog.getByRole("button", { name: "إلغاء" }).click();
	await reports.getByRole("button", { name: /تصحيح تقرير/ }).click();
	await changed.fill("4");
	await units.fill("12");
	await dialog.getByLabel("ملاحظة").fill("بعد المعرض");
	const send = await actAs(page, "association");
	const kept = `/projects/${page.url().match(/projects\/([^/]+)/)?.[1]}/activities`;
	const second = (await send("GET", kept, undefined)).items[1]?.id;
	const measured = { method: "fifty_fifty", units_planned: null, unit: null };
	await send("PATCH", `${kept}/${second}`, { measure: measured });
	expectRefusal(422);
	await dialog.getByRole("button", { name: "حفظ التقرير" }).click();
	const halves = of("العلامة الجماعية");
	await expect(halves.getByRole("status")).toContainText(/تغيّرت طريقة قياس/);
	await expectWellMade(page, /الميزانية والقيمة المكتسبة/);
	await halves.getByLabel("حالة النشاط").selectOption({ label: "بدأ" });
	await expect(halves.getByRole("status").getByText(/تغيّرت/)).toHaveCount(0);
	await expect(units).toHaveValue("12");
	await expect(dialog.getByLabel("ملاحظة")).toHaveValue("بعد المعرض");
	await dialog.getByRole("button", { name: "حفظ التقرير" }).click();
	await expect(dialog).toHaveCount(0);
	await expect(reports).toContainText(/العلامة الجماعية.*بدأ.*50/);
});
