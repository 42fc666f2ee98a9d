import type { Page } from "@playwright/test";
import { actAs, announce, dayIn, instantIn, type Send } from "../fixtures/calls.ts";
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

const text = (ar: string) => ({ ar });
const course = (send: Send, name: string) =>
	send("POST", "/courses", {
		name: text(name),
		aims: text("صباغة الصوف."),
		audience: text("حرفيو النسيج."),
		modules: [{ code: "a", title: text("الألوان"), minutes: 60 }],
	});

interface Written {
	what: string;
	/** Makes it under a name; its id. */
	make: (send: Send, name: string) => Promise<string>;
	/** Its address in the API, and of its form. */
	at: string;
	form: (id: string) => string;
	title: RegExp;
	/** The field of its name, and what that is called in what is sent. */
	label: string;
	field: "name" | "text";
}

const WRITTEN: Written[] = [
	{
		what: "cohort",
		make: begun,
		at: "/cohorts",
		form: (id) => `/my-cohorts/${id}/edit`,
		title: /تعديل الدورة/,
		label: "اسم الدورة",
		field: "name",
	},
	{
		what: "course",
		make: async (send, name) => (await course(send, name)).id,
		at: "/courses",
		form: (id) => `/my-courses/${id}/edit`,
		title: /تعديل المقرر/,
		label: "اسم المقرر",
		field: "name",
	},
	{
		what: "event",
		make: (send, name) => announce(send, name, {}),
		at: "/events",
		form: (id) => `/my-events/${id}/edit`,
		title: /تعديل التظاهرة/,
		label: "اسم التظاهرة",
		field: "name",
	},
	{
		what: "assignment",
		make: async (send, name) => {
			const cohort = await begun(send, "دورة الأعمال");
			const level = (id: string, points: number) => ({ id, name: text(id), points });
			const { id } = await send("POST", `/cohorts/${cohort}/assignments`, {
				name: text(name),
				tool: "activity_network",
				due_at: instantIn(9),
				rubric: {
					criteria: [
						{ id: "whole", name: text("الاكتمال"), levels: [level("a", 10), level("b", 90)] },
					],
				},
			});
			return id;
		},
		at: "/assignments",
		form: (id) => `/assignments/${id}/edit`,
		title: /تعديل العمل/,
		label: "اسم العمل",
		field: "name",
	},
	{
		what: "question",
		make: async (send, name) => {
			const { id: course_id } = await course(send, "مقرر الأسئلة");
			await send("POST", `/courses/${course_id}/publication`, undefined);
			const { id } = await send("POST", "/questions", {
				course_id,
				kind: "numeric",
				points: 100,
				value: 12_000,
				text: text(name),
			});
			return id;
		},
		at: "/questions",
		form: (id) => `/questions/${id}`,
		title: /تعديل السؤال/,
		label: "نص السؤال",
		field: "text",
	},
];

/** The question that stands on the page once somebody else was first. */
async function question(page: Page) {
	await page.getByRole("button", { name: "حفظ", exact: true }).click();
	const asked = page.getByRole("alertdialog");
	await expect(asked).toContainText("سبقكم شخص آخر إلى الحفظ");
	return asked;
}

for (const { what, make, at, form, title, label, field } of WRITTEN) {
	test(`two write the same ${what}: nothing typed is lost, and one decides`, async ({
		page,
		expectRefusal,
	}) => {
		expectRefusal(412);
		const chamber = await actAs(page, "chamber");
		const id = await make(chamber, "المكتوب معا");
		const elsewhere = (name: string) => chamber("PATCH", `${at}/${id}`, { [field]: text(name) });
		const typed = page.getByLabel(inArabic(label)).first();
		const shown = (name: string) => page.getByRole("main").getByText(name).first();
		await signIn(page, "ar", "chamber", form(id));
		await typed.fill("نسختي");
		await elsewhere("نسختهم");
		const asked = await question(page);
		await expectWellMade(page, title);
		await asked.press("Escape");
		await expect(typed).toHaveValue("نسختي");
		await (await question(page)).getByRole("button", { name: "حفظ نسختي مكانها" }).click();
		await expect(page).not.toHaveURL(new RegExp(`${form(id)}$`));
		await expect(shown("نسختي")).toBeVisible();

		await page.goto(`/ar${form(id)}`);
		await typed.fill("نسختي الثانية");
		await elsewhere("نسختهم الثانية");
		// Found again on another day, it is still written over the version it was typed over.
		await page.reload();
		await expect(page.getByText("وُجد هنا ما كتبتموه ولم تحفظوه")).toBeVisible();
		await expect(typed).toHaveValue("نسختي الثانية");
		await (await question(page)).getByRole("button", { name: "أخذ النسخة الأخرى" }).click();
		await expect(page).not.toHaveURL(new RegExp(`${form(id)}$`));
		await expect(shown("نسختهم الثانية")).toBeVisible();
	});
}

test("a cohort that is closed is no longer changed", async ({ page }) => {
	const chamber = await actAs(page, "chamber");
	const id = await begun(chamber, "دورة الخلاف");
	await signIn(page, "ar", "chamber", `/cohorts/${id}`);
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
