import { actAs } from "../fixtures/calls.ts";
import { fillDay } from "../fixtures/fields.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("a project that is begun outlives a reload and a lost answer, and is entered once", async ({
	page,
	expectOffline,
	expectRefusal,
}) => {
	expectOffline();
	expectRefusal(422);
	const called = `بيت الخزف ${Date.now()}`;
	await signIn(page, "ar", "association", "/projects/new");
	const name = page.getByLabel("اسم المشروع بالعربية");
	const create = page.getByRole("button", { name: "إنشاء المشروع" });
	await create.click();
	await expect(name).toHaveAccessibleDescription(/مطلوب/);
	// What was said of the name is not said again once it is there.
	await name.fill(called);
	await page.getByLabel("عتبة الانحراف (%)").fill("كثير");
	await create.click();
	await expect(page.getByLabel("عتبة الانحراف (%)")).toBeFocused();
	await expect(page.getByRole("main").getByRole("alert")).toHaveCount(0);
	await page.reload();
	await expect(page.getByText("وُجد هنا ما كتبتموه")).toBeVisible();
	await expect(name).toHaveValue(called);
	await expectWellMade(page, /مشروع جديد/);
	await page.getByLabel("عتبة الانحراف (%)").fill("10");
	// It was entered, but nobody heard of it.
	await page.route(
		"**/api/v1/projects",
		async (route) => {
			await route.fetch();
			await route.abort();
		},
		{ times: 1 },
	);
	await create.click();
	await expect(page.getByRole("alert").getByText("تعذر الاتصال بالخادم")).toBeVisible();
	await create.click();
	await expect(page.getByRole("heading", { level: 1, name: called })).toBeVisible();
	await page.getByRole("link", { name: "ورشة المشاريع" }).click();
	await expect(page.getByRole("link", { name: called })).toHaveCount(1);
	await page.getByRole("link", { name: "مشروع جديد" }).click();
	await expect(name).toHaveValue("");
});

test("cost lines outlive a reload, a sum beyond keeping is told in dinars, and a day has one report", async ({
	page,
}) => {
	const send = await actAs(page, "association");
	const { id } = await send("POST", "/projects", {
		name: { ar: "بيت الخزف بتنس" },
		starts_on: "2026-01-04",
	});
	await send("PUT", `/projects/${id}/network`, {
		activities: [{ code: "A1", name: { ar: "كراء المحل" }, duration_days: 5 }],
	});
	await signIn(page, "ar", "association", `/projects/${id}/budget`);
	const lines = page.getByRole("region", { name: "بنود الكلفة" }).first();
	const amount = lines.getByLabel("مبلغ ثابت");
	const save = page.getByRole("button", { name: "حفظ الميزانية" });
	await page.getByRole("button", { name: "إضافة بند" }).click();
	await lines.getByLabel("البند", { exact: true }).fill("كراء سنة");
	await amount.fill("20000000000000");
	await save.click();
	await expect(amount).toHaveAccessibleDescription(/أكبر مما يمكن تسجيله/);
	await amount.fill("900000000000");
	await save.click();
	await expect(lines.getByRole("alert")).toContainText("100.000.000.000");
	await expect(amount).not.toHaveAccessibleDescription(/أكبر/);
	await amount.fill("450000");
	await page.reload();
	await expect(lines.getByText("وُجد هنا ما كتبتموه")).toBeVisible();
	await expect(amount).toHaveValue("450000");
	await save.click();
	await expect(lines.getByText(/مجموع الميزانية المحفوظة/)).toContainText("450.000");
	await page.reload();
	await expect(amount).toHaveValue("450000");
	await expect(lines.getByText("وُجد هنا ما كتبتموه")).toHaveCount(0);

	const dialog = page.getByRole("dialog");
	const report = async () => {
		await page.getByRole("button", { name: "تقرير تقدم جديد" }).click();
		await fillDay(dialog.getByRole("group", { name: "تاريخ التقرير" }), "2026-01-08");
		await dialog.getByLabel("نسبة الإنجاز").fill("50");
		await dialog.getByRole("button", { name: "حفظ التقرير" }).click();
	};
	await report();
	await expect(dialog).toHaveCount(0);
	await report();
	await expect(dialog.getByRole("group", { name: "تاريخ التقرير" })).toHaveAccessibleDescription(
		/لهذا اليوم تقرير مسجل/,
	);
});

test("a copy has the plan and not the partners, and rests in the archive until it is taken out", async ({
	page,
	expectRefusal,
}) => {
	expectRefusal(422);
	const send = await actAs(page, "association");
	const { id } = await send("POST", "/projects", {
		name: { ar: "بيت النسيج" },
		starts_on: "2027-04-04",
	});
	await send("PUT", `/projects/${id}/network`, {
		activities: [{ code: "A1", name: { ar: "كراء المحل" }, duration_days: 5 }],
	});
	await send("POST", `/projects/${id}/partners`, {
		name: { ar: "بلدية تيبازة" },
		kind: "institution",
		power: 4,
		interest: 4,
	});
	await signIn(page, "ar", "association", `/projects/${id}`);
	const dialog = page.getByRole("dialog");
	const name = dialog.getByLabel(/المشروع.* بالعربية/);
	const copy = dialog.getByRole("button", { name: "نسخ المشروع" });
	const year = dialog.getByRole("group", { name: /تاريخ الانطلاق/ }).getByLabel("السنة");
	await page.getByRole("button", { name: "نسخ المشروع" }).click();
	await expect(dialog).toContainText("دون الشركاء");
	await name.fill("");
	await copy.click();
	await expect(name).toBeFocused();
	await name.fill("بيت النسيج الثاني");
	await year.fill("");
	await copy.click();
	// The name is there now: the date alone is wanted.
	await expect(name).not.toHaveAccessibleDescription(/مطلوب/);
	await expect(dialog.getByLabel("اليوم")).toBeFocused();
	await year.fill("2028");
	await copy.click();
	await expect(page.getByRole("heading", { level: 1, name: "بيت النسيج الثاني" })).toBeVisible();
	await expect(page.getByRole("region", { name: "بطاقة المشروع" })).toContainText("نشاط واحد");
	await page.getByRole("link", { name: "الشركاء", exact: true }).click();
	await expect(page.getByText("لا شركاء بعد")).toBeVisible();
	await page.getByRole("link", { name: "نظرة عامة" }).click();

	await page.getByRole("button", { name: "نقل إلى الأرشيف" }).click();
	await expect(page.getByText("نُقل المشروع إلى الأرشيف")).toBeVisible();
	await expect(page.getByRole("button", { name: "تعديل", exact: true })).toHaveCount(0);
	await expectWellMade(page, /بيت النسيج الثاني/);
	await page.getByRole("button", { name: "إخراج من الأرشيف" }).click();
	await expect(page.getByText("أُخرج المشروع من الأرشيف")).toBeVisible();
	await expect(page.getByRole("button", { name: "تعديل", exact: true })).toBeVisible();
});
