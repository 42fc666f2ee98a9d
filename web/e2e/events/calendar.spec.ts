import type { Page } from "@playwright/test";
import { dayIn } from "../fixtures/calls.ts";
import { expectData } from "../fixtures/event-data.ts";
import { expect, expectOutline, expectWellMade, type Locale, test } from "../fixtures/page.ts";

const SALON = { ar: "الصالون الوطني للصناعة التقليدية", fr: "Salon national de l’artisanat" };
const WORDS = {
	ar: {
		title: /رزنامة التظاهرات/,
		events: "التظاهرات",
		menu: "القائمة",
		wilaya: "الولاية",
		month: "شهر",
		next: "الشهر الموالي",
		none: "لا توجد تظاهرة توافق هذه التصفية",
		clear: "مسح التصفية",
		add: "إضافة إلى رزنامتي",
		postponed: "هذه التظاهرة مؤجلة",
		address: "عنوان الرزنامة (iCalendar)",
		more: "تصفية أدق",
		period: "الفترة",
		coming: "التظاهرات القادمة",
		all: "كل التظاهرات",
	},
	fr: {
		title: /Agenda des manifestations/,
		events: "Agenda",
		menu: "Menu",
		wilaya: "Wilaya",
		month: "Mois",
		next: "Mois suivant",
		none: "Aucune manifestation ne correspond à ces filtres",
		clear: "Effacer les filtres",
		add: "Ajouter à mon agenda",
		postponed: "Cette manifestation est reportée",
		address: "Adresse de l’agenda (iCalendar)",
		more: "Affiner",
		period: "Période",
		coming: "Prochaines manifestations",
		all: "Tout l’agenda",
	},
} as const;

interface Found {
	id: string;
	starts_on: string;
	ends_on: string;
}

/** The demonstration has its events around the day it was made. */
async function find(page: Page, query: string): Promise<Found> {
	const answer = await page.request.get(`/api/v1/events?${query}`);
	const { items } = (await answer.json()) as { items: Found[] };
	const [first] = items;
	if (!first) throw new Error(`no event for ${query}`);
	return first;
}

const monthName = (language: Locale, day: string) =>
	new Intl.DateTimeFormat(`${language}-DZ`, {
		month: "long",
		year: "numeric",
		timeZone: "UTC",
	}).format(new Date(day));

test("a visitor finds an event by wilaya and month, opens it and takes it home", async ({
	page,
	language,
}, info) => {
	const words = WORDS[language];
	const salon = await find(page, `q=${encodeURIComponent(SALON.ar)}&status=published`);
	const violations: string[] = [];
	await page.exposeFunction("violated", (what: string) => violations.push(what));
	await page.addInitScript(() =>
		document.addEventListener("securitypolicyviolation", (event) =>
			(window as unknown as { violated: (what: string) => void }).violated(event.blockedURI),
		),
	);
	await page.goto(`/${language}/`);
	await page.getByRole("main").getByRole("link", { name: words.all }).click();
	await expectWellMade(page, words.title);
	await expectOutline(page, language, "events");
	await page.getByLabel(words.wilaya, { exact: true }).selectOption("16");
	await expect(page).toHaveURL(/events\?wilaya=16$/);
	await expect(page.getByLabel(words.address)).toHaveValue(/calendar\?language=\w\w&wilaya=16$/);
	await page.getByRole("link", { name: words.month, exact: true }).click();
	const wanted = monthName(language, salon.starts_on);
	const heading = page.getByRole("heading", { level: 2, name: wanted });
	await expect(page.getByRole("button", { name: words.next })).toBeVisible();
	await expect(async () => {
		if (!(await heading.isVisible())) await page.getByRole("button", { name: words.next }).click();
		await expect(heading).toBeVisible({ timeout: 300 });
	}).toPass();
	await expect(page).toHaveURL(/wilaya=16/);
	await expectWellMade(page, words.title);
	await page.getByRole("link", { name: SALON[language] }).first().click();
	await expect(page.getByRole("heading", { level: 1, name: SALON[language] })).toBeVisible();
	await expectWellMade(page, new RegExp(SALON[language]));
	await expectOutline(page, language, "event");

	const href = await page.getByRole("link", { name: words.add }).getAttribute("href");
	const calendar = await (await page.request.get(href ?? "")).text();
	expect(calendar).toContain(`SUMMARY:${SALON[language]}`);
	expect(calendar).toContain(`DTSTART;VALUE=DATE:${salon.starts_on.replaceAll("-", "")}`);

	const data = page.locator('script[type="application/ld+json"]');
	await expect(data).toHaveCount(1);
	expect(JSON.parse((await data.textContent()) ?? "")).toMatchObject({
		"@type": "ExhibitionEvent",
		name: SALON[language],
		startDate: salon.starts_on,
		eventStatus: "https://schema.org/EventScheduled",
	});
	expect(violations, `violations of the policy in ${info.project.name}`).toEqual([]);
});

test("what was put off says so, everywhere", async ({ page, language }) => {
	const { id, starts_on: day } = await find(page, "status=postponed");
	await page.goto(`/${language}/events?view=month&month=${day.slice(0, 7)}`);
	const state = language === "ar" ? "مؤجلة" : "Reportée";
	await expect(page.getByText(state).filter({ visible: true }).first()).toBeVisible();
	await page.goto(`/${language}/events/${id}`);
	await expect(page.getByText(WORDS[language].postponed)).toBeVisible();
	await expectData(page, "EventPostponed");
	await expectWellMade(page, /./);
});

test("the keyboard walks through the grid of a month", async ({ page, language }, info) => {
	test.skip(info.project.name === "ar-mobile", "a phone has a list by day");
	const event = await find(page, `q=${encodeURIComponent(SALON.ar)}&status=published`);
	const month = event.starts_on.slice(0, 7);
	await page.goto(`/${language}/events?view=month&month=${month}`);
	const grid = page.getByRole("grid");
	await expect(grid.getByRole("columnheader").first()).toHaveText(
		language === "ar" ? "الأحد" : "dimanche",
	);
	const on = (day: string) => grid.locator(`[data-day="${day}"]`);
	await grid.locator('[tabindex="0"]').focus();
	const forward = language === "ar" ? "ArrowLeft" : "ArrowRight";
	const first = (await grid.locator('[tabindex="0"]').getAttribute("data-day")) ?? "";
	const after = (day: string, count: number) =>
		new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
	await page.keyboard.press(forward);
	await expect(on(after(first, 1))).toBeFocused();
	await page.keyboard.press("ArrowDown");
	await expect(on(after(first, 8))).toBeFocused();
	await page.keyboard.press("PageDown");
	await expect(page).toHaveURL(/month=/);
	await expect(page).not.toHaveURL(new RegExp(`month=${month}$`));
	await expect(grid.locator('[tabindex="0"]')).toBeFocused();
	await page.keyboard.press("PageUp");
	await expect(page).toHaveURL(new RegExp(`month=${month}$`));
	await expect(on(after(first, 8))).toBeFocused();
	// Beside the bars, which lead to their events.
	await on(event.starts_on)
		.getByText(String(Number(event.starts_on.slice(8))), { exact: true })
		.click();
	await on(event.starts_on).press("Enter");
	const said = page.getByRole("heading", { level: 3 }).first();
	await expect(said).toBeFocused();
	// The events of the day follow, among them one that lasts the whole season.
	const salon = page.getByRole("link", { name: SALON[language] }).last();
	const focused = () => salon.evaluate((link) => link === document.activeElement);
	for (let step = 0; step < 3 && !(await focused()); step++) await page.keyboard.press("Tab");
	await expect(salon).toBeFocused();
});

test("a search without a result says so and offers the way back", async ({ page, language }) => {
	const words = WORDS[language];
	await page.goto(`/${language}/events?q=999999999999`);
	await expect(page.getByText(words.none)).toBeVisible();
	await page.getByRole("link", { name: words.clear }).click();
	await expect(page).toHaveURL(/\/events$/);
});

test("past ones are listed on request, the last first", async ({ page, language }) => {
	const words = WORDS[language];
	await page.goto(`/${language}/events`);
	await page.getByText(words.more, { exact: true }).click();
	await page.getByLabel(words.period, { exact: true }).selectOption("past");
	await expect(page).toHaveURL(/when=past$/);
	// Others may close theirs on its only day, today: that is not past yet.
	const last = await find(page, `status=closed&sort=-starts_on&until=${dayIn(-2)}`);
	await expect(page.locator(`a[href$="/events/${last.id}"]`)).toBeVisible();
});

test("a calendar that cannot be read says so and can be asked again", async ({
	page,
	language,
	expectRefusal,
}) => {
	expectRefusal(500);
	let broken = true;
	await page.route("**/api/v1/events?**", (route) =>
		broken
			? route.fulfill({
					status: 500,
					contentType: "application/problem+json",
					body: JSON.stringify({ title: "خلل", status: 500, code: "internal" }),
				})
			: route.continue(),
	);
	await page.goto(`/${language}/events`);
	await expect(page.getByRole("alert")).toBeVisible();
	broken = false;
	await page.getByRole("alert").getByRole("button").click();
	await expect(page.getByRole("alert")).toHaveCount(0);
});
