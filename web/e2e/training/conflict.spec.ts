import type { Page } from "@playwright/test";
import { actAs, dayIn, instantIn, type Send } from "../fixtures/calls.ts";
import { inArabic } from "../fixtures/fields.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

/** A cohort of the chamber that began two days ago, announced. */
async function begun(chamber: Send, name: string) {
	const { items } = await chamber("GET", "/courses?limit=1", undefined);
	const { id } = await chamber("POST", "/cohorts", {
		course_id: items[0]?.id,
		name: { ar: name },
		languages: ["ar"],
		online_url: "https://meet.example.dz/c-18",
		starts_on: dayIn(-2),
		ends_on: dayIn(5),
		capacity: 10,
		opens_at: instantIn(-10),
		closes_at: instantIn(-3),
	});
	await chamber("POST", `/cohorts/${id}/publication`, undefined);
	return id;
}

/** The question that stands on the page once somebody else was first. */
async function question(page: Page, title: RegExp) {
	await page.getByRole("button", { name: "حفظ", exact: true }).click();
	const asked = page.getByRole("alertdialog");
	await expect(asked).toContainText("سبقكم شخص آخر إلى الحفظ");
	await expectWellMade(page, title);
	return asked;
}

test("two write the same cohort: nothing typed is lost, and one decides; then it is closed", async ({
	page,
	expectRefusal,
}) => {
	expectRefusal(412);
	const chamber = await actAs(page, "chamber");
	const id = await begun(chamber, "دورة الخلاف");
	await signIn(page, "ar", "chamber", `/my-cohorts/${id}/edit`);
	const capacity = page.getByLabel("عدد المقاعد");
	await capacity.fill("25");
	await chamber("PATCH", `/cohorts/${id}`, { capacity: 12 });
	await (await question(page, /تعديل الدورة/)).press("Escape");
	await expect(capacity).toHaveValue("25");
	await (await question(page, /تعديل الدورة/))
		.getByRole("button", { name: "حفظ نسختي مكانها" })
		.click();
	await expect(page.getByText(/شُغل \u2068?0\u2069? من \u2068?25/)).toBeVisible();

	await page.getByRole("link", { name: "تعديل", exact: true }).click();
	await capacity.fill("30");
	await chamber("PATCH", `/cohorts/${id}`, { capacity: 14 });
	await (await question(page, /تعديل الدورة/))
		.getByRole("button", { name: "أخذ النسخة الأخرى" })
		.click();
	await expect(page.getByText(/شُغل \u2068?0\u2069? من \u2068?14/)).toBeVisible();

	await page.getByRole("button", { name: "اختتام الدورة" }).click();
	await page.getByRole("alertdialog").getByRole("button", { name: "اختتام الدورة" }).click();
	await expect(page.getByText("اختُتمت الدورة").first()).toBeVisible();
	await expect(page.getByText("مختتمة").first()).toBeVisible();
	await expect(page.getByRole("link", { name: "تعديل", exact: true })).toHaveCount(0);
	await expectWellMade(page, /دورة الخلاف/);
	await page.getByRole("link", { name: "المشاركون" }).click();
	await expectWellMade(page, /المشاركون/);
	await page.goto(`/ar/my-cohorts/${id}/edit`);
	await expect(page.getByText("انتهت الدورة أو ألغيت، فلا تُعدّل بعد الآن")).toBeVisible();
});

test("two write the same course", async ({ page, expectRefusal }) => {
	expectRefusal(412);
	const chamber = await actAs(page, "chamber");
	const text = (ar: string) => ({ ar });
	const { id } = await chamber("POST", "/courses", {
		name: text("مقرر الخلاف"),
		aims: text("صباغة الصوف."),
		audience: text("حرفيو النسيج."),
		modules: [{ code: "a", title: text("الألوان"), minutes: 60 }],
	});
	await signIn(page, "ar", "chamber", `/my-courses/${id}/edit`);
	await page.getByLabel(inArabic("اسم المقرر")).fill("مقرر الوفاق");
	await chamber("PATCH", `/courses/${id}`, { name: text("مقرر الفراق") });
	await (await question(page, /تعديل المقرر/))
		.getByRole("button", { name: "حفظ نسختي مكانها" })
		.click();
	await expect(page.getByRole("heading", { level: 1, name: "مقرر الوفاق" })).toBeVisible();
	await page.getByRole("link", { name: "تعديل", exact: true }).click();
	await page.getByLabel(inArabic("اسم المقرر")).fill("مقرر آخر");
	await chamber("PATCH", `/courses/${id}`, { name: text("مقرر الفراق") });
	await (await question(page, /تعديل المقرر/))
		.getByRole("button", { name: "أخذ النسخة الأخرى" })
		.click();
	await expect(page.getByRole("heading", { level: 1, name: "مقرر الفراق" })).toBeVisible();
});
