import type { Locator } from "@playwright/test";
import { actAs } from "../fixtures/calls.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

async function day(form: Locator, name: string | RegExp, [number, month, year]: string[]) {
	const group = form.getByRole("group", { name });
	await group.getByLabel("اليوم").fill(number ?? "");
	await group.getByLabel("الشهر").selectOption(month ?? "");
	await group.getByLabel("السنة").fill(year ?? "");
}

test("dates are limited: one before the project is refused at its activity, one that cannot be kept says by how much", async ({
	page,
	expectRefusal,
}) => {
	const send = await actAs(page, "association");
	const { id } = await send("POST", "/projects", {
		name: { ar: "طلبية الفخار" },
		starts_on: "2027-04-04",
	});
	await send("PUT", `/projects/${id}/network`, {
		activities: [
			{ code: "A1", name: { ar: "تشكيل" }, duration_days: 5 },
			{ code: "A2", name: { ar: "حرق" }, duration_days: 5, predecessors: [{ code: "A1" }] },
		],
	});
	await signIn(page, "ar", "association", `/projects/${id}/activities`);
	const dialog = page.getByRole("dialog");
	const limits = page.getByRole("button", { name: /قيود التاريخ.*A2/ });
	const take = () => dialog.getByRole("button", { name: "اعتماد القيود" }).click();
	const save = () => page.getByRole("button", { name: "حفظ الأنشطة وحساب الجدول" }).click();

	await limits.click();
	await dialog.getByLabel("متى يُنجز النشاط؟").selectOption({ label: "لا يبدأ قبل تاريخ" });
	await take();
	const at = dialog.getByRole("group", { name: "التاريخ", exact: true });
	await expect(at).toHaveAccessibleDescription(/التاريخ غير صحيح/);
	await expect(at.getByLabel("اليوم")).toBeFocused();
	await expectWellMade(page, /الأنشطة والجدول الزمني/);
	await day(dialog, "التاريخ", ["1", "03", "2027"]);
	await take();
	expectRefusal(422);
	await save();
	await expect(limits).toHaveAccessibleDescription(/يسبق بداية المشروع/);
	const figures = page.getByRole("region", { name: "أرقام الجدول الزمني" }).first();
	await expect(figures).toContainText("10 أيام");

	await limits.click();
	await expect(at).toHaveAccessibleDescription(/يسبق بداية المشروع/);
	await day(dialog, "التاريخ", ["18", "04", "2027"]);
	await take();
	await save();
	await expect(figures).toContainText("22 أفريل 2027");

	// Five days of work cannot end on the second of them: the plan says what is missed, and by how much.
	await limits.click();
	await dialog.getByLabel("متى يُنجز النشاط؟").selectOption({ label: "لا ينتهي بعد تاريخ" });
	await day(dialog, "التاريخ", ["13", "04", "2027"]);
	await day(dialog, /أجل الانتهاء/, ["20", "04", "2027"]);
	await take();
	await save();
	const missed = page.getByText(/حرق.*لا ينتهي بعد تاريخ/);
	await expect(missed).toContainText("يومان");
	await expect(missed).toContainText("تشكيل");
	await expect(page.getByRole("figure", { name: "مخطط غانت" })).toContainText("أجل الانتهاء");
	await expectWellMade(page, /الأنشطة والجدول الزمني/);
});

test("a project is carried by several associations, and copied under another name", async ({
	page,
}) => {
	const send = await actAs(page, "association");
	const { id } = await send("POST", "/projects", {
		name: { ar: "سوق الحرف" },
		starts_on: "2027-04-04",
	});
	await signIn(page, "ar", "association", `/projects/${id}`);
	const dialog = page.getByRole("dialog");
	await page.getByRole("button", { name: "تعديل", exact: true }).click();
	await dialog.getByLabel("عتبة الانحراف (%)").fill("عشرة");
	await dialog.getByLabel("البحث عن جمعية بالاسم").fill("الريحان");
	const found = dialog.getByRole("listitem").first();
	const name = await found.locator("bdi").textContent();
	await found.getByRole("button").click();
	await expect(dialog.getByRole("list", { name: "الجمعيات المشاركة" })).toContainText(name ?? "");
	await dialog.getByRole("button", { name: "حفظ", exact: true }).click();
	await expect(dialog.getByLabel("عتبة الانحراف (%)")).toBeFocused();
	await dialog.getByLabel("عتبة الانحراف (%)").fill("12.5");
	await dialog.getByRole("button", { name: "حفظ", exact: true }).click();
	await expect(page.getByRole("region", { name: "بطاقة المشروع" })).toContainText(name ?? "");

	await page.getByRole("button", { name: "نسخ المشروع" }).click();
	await dialog.getByLabel(/المشروع.* بالعربية/).fill("سوق الحرف الثاني");
	await dialog.getByRole("button", { name: "نسخ المشروع" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "سوق الحرف الثاني" })).toBeVisible();
	await expectWellMade(page, /سوق الحرف الثاني/);
});
