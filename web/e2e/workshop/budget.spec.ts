import { expect, expectOutline, expectWellMade, test } from "../fixtures/page.ts";
import { signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();
// One project, one budget: its stories are told one after the other.
test.describe.configure({ mode: "default" });

test("variances are explained before the next report; the report moves the figures", async ({
	page,
	expectRefusal,
}) => {
	await signIn(page, "ar", "association", "/projects");
	await page.getByRole("link", { name: "ورشة الزرابي الجماعية" }).click();
	await page.getByRole("link", { name: "الميزانية والقيمة المكتسبة" }).click();
	await expect(page.getByRole("img", { name: /المنحنى S/ })).toBeVisible();
	await expectWellMade(page, /الميزانية والقيمة المكتسبة/);
	await expectOutline(page, "ar", "projectBudget");

	expectRefusal(409);
	const report = async () => {
		await page.getByRole("button", { name: "تقرير تقدم جديد" }).click();
		const form = page.getByRole("dialog", { name: "تقرير تقدم جديد" });
		await form.getByRole("listitem").nth(4).getByLabel("نسبة الإنجاز").fill("٦٠");
		await form.getByRole("listitem").nth(4).getByLabel("المصروف بالدينار").fill("12000");
		await form.getByRole("button", { name: "حفظ التقرير" }).click();
		return form;
	};
	const refused = await report();
	await expect(refused.getByRole("alert")).toContainText("اشرحها قبل التقرير الجديد");
	await refused.getByRole("button", { name: "إلغاء" }).click();

	const open = page.getByRole("button", { name: /^شرح الانحراف:/ });
	await expect(open).not.toHaveCount(0);
	for (let left = await open.count(); left > 0; left -= 1) {
		await open.first().click();
		const dialog = page.getByRole("dialog");
		await dialog.getByLabel("السبب").fill("تأخر تسليم المحل");
		await dialog.getByRole("button", { name: "شرح الانحراف" }).click();
		await expect(open).toHaveCount(left - 1);
	}
	await expect(page.getByText("مشروح").first()).toBeVisible();

	// A report that says nothing is not sent.
	await page.getByRole("button", { name: "تقرير تقدم جديد" }).click();
	const empty = page.getByRole("dialog", { name: "تقرير تقدم جديد" });
	await empty.getByRole("button", { name: "حفظ التقرير" }).click();
	await expect(empty.getByRole("alert")).toContainText("اكتبوا تقدم نشاط واحد على الأقل");
	await empty.getByRole("button", { name: "إلغاء" }).click();

	// Each activity has its figures, and before the first day of work there is nothing to earn.
	const values = page.getByRole("table", { name: "القيمة المكتسبة لكل نشاط" });
	await expect(values.getByRole("columnheader", { name: "مؤشر الأجل (SPI)" })).toBeVisible();
	await expect(page.getByRole("table", { name: "التوقعات عند الإنجاز" })).toContainText(
		"بكلفة الخطة",
	);
	const earned = page
		.getByRole("term")
		.filter({ hasText: "القيمة المكتسبة (EV)" })
		.locator("xpath=..");
	await expect(earned).not.toContainText(/^\D*0 د\.ج/);
	const day = page.getByRole("group", { name: /تاريخ القياس/ });
	await day.getByLabel("اليوم").fill("1");
	await day.getByLabel("الشهر").selectOption("01");
	await day.getByLabel("السنة").fill("2020");
	await expect(earned).toContainText("\u20680\u2069");
	await expectWellMade(page, /الميزانية والقيمة المكتسبة/);
});

test("the budget is saved line by line, frozen in a baseline, and asked about when another saved first", async ({
	page,
	context,
	expectRefusal,
}) => {
	const lines = page.getByRole("region", { name: "بنود الكلفة" });
	const save = () => page.getByRole("button", { name: "حفظ الميزانية" }).click();
	await signIn(page, "ar", "association", "/projects");
	await page.getByRole("link", { name: "ورشة الزرابي الجماعية" }).click();
	await page.getByRole("link", { name: "الميزانية والقيمة المكتسبة" }).click();
	await expect(lines.getByText(/مجموع الميزانية المحفوظة/)).toContainText("859.600");

	await page.getByRole("button", { name: "إضافة بند" }).click();
	const fresh = lines.getByRole("listitem").last();
	await fresh.getByLabel("البند", { exact: true }).fill("لافتات المعرض");
	await fresh.getByLabel("الكمية").fill("٤");
	await fresh.getByLabel("سعر الوحدة").fill("ألفان");
	await save();
	await expect(fresh.getByLabel("سعر الوحدة")).toHaveAccessibleDescription(/اكتبوا مبلغا/);
	await fresh.getByLabel("سعر الوحدة").fill("-2.500");
	await expect(fresh.getByLabel("سعر الوحدة")).toHaveAccessibleDescription(/اكتبوا عددا موجبا/);
	await fresh.getByLabel("سعر الوحدة").fill("2.500");
	await save();
	await expect(lines.getByText(/مجموع الميزانية المحفوظة/)).toContainText("869.600");

	const baselines = page.getByRole("region", { name: "الخطط المرجعية" });
	await baselines.getByRole("button", { name: "اعتماد خطة مرجعية" }).click();
	const dialog = page.getByRole("dialog", { name: "اعتماد خطة مرجعية" });
	await dialog.getByLabel("السبب").fill("أضيفت اللافتات");
	await dialog.getByRole("button", { name: "اعتماد خطة مرجعية" }).click();
	await expect(baselines.getByRole("listitem").filter({ hasText: "أضيفت اللافتات" })).toContainText(
		"869.600",
	);

	// Somebody else takes the signs out while a second line is typed here.
	const other = await context.newPage();
	await other.goto(page.url());
	await other.getByRole("button", { name: /حذف البند.*لافتات المعرض/ }).click();
	await other.getByRole("button", { name: "حفظ الميزانية" }).click();
	await expect(other.getByText(/مجموع الميزانية المحفوظة/)).toContainText("859.600");
	await other.close();

	expectRefusal(412);
	await page.getByRole("button", { name: "إضافة بند" }).click();
	await lines
		.getByRole("listitem")
		.last()
		.getByLabel("البند", { exact: true })
		.fill("نقل المنتوجات");
	await lines.getByRole("listitem").last().getByLabel("مبلغ ثابت").fill("1000");
	await save();
	const conflict = page.getByRole("alertdialog", { name: "سبقكم شخص آخر إلى الحفظ" });
	await conflict.getByRole("button", { name: "إغلاق" }).click();
	await expect(lines.getByRole("listitem").last().getByLabel("البند", { exact: true })).toHaveValue(
		"نقل المنتوجات",
	);
	await save();
	await conflict.getByRole("button", { name: "أخذ النسخة الأخرى" }).click();
	await expect(
		lines.getByRole("listitem").last().getByLabel("البند", { exact: true }),
	).not.toHaveValue("نقل المنتوجات");
	await expect(lines.getByRole("button", { name: /لافتات المعرض/ })).toHaveCount(0);
});

test("a mistake in a progress report is put right, and the figures follow", async ({ page }) => {
	await signIn(page, "ar", "association", "/projects");
	await page.getByRole("link", { name: "ورشة الزرابي الجماعية" }).click();
	await page.getByRole("link", { name: "الميزانية والقيمة المكتسبة" }).click();
	const cost = page.getByRole("term").filter({ hasText: "الكلفة الفعلية (AC)" }).locator("..");
	await expect(cost).toContainText("533.850");
	const reports = page.getByRole("region", { name: "تقارير التقدم" });
	const first = reports.getByRole("listitem").filter({ hasText: "14 سبتمبر 2026" });
	await first.getByRole("button", { name: /تصحيح تقرير/ }).click();
	const form = page.getByRole("dialog", { name: /تصحيح تقرير/ });
	const study = form.getByRole("listitem").filter({ hasText: "دراسة الجدوى" });
	await expect(study.getByLabel("المصروف بالدينار")).toHaveValue("177870");
	await study.getByLabel("المصروف بالدينار").fill("170000");
	await form.getByRole("button", { name: "حفظ التقرير" }).click();
	await expect(form).toHaveCount(0);
	await first.getByText("أنشطة").click();
	await expect(first).toContainText("170.000");
	await expect(cost).toContainText("525.980");
});
