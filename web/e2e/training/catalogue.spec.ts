import type { Page } from "@playwright/test";
import { expect, expectWellMade } from "../fixtures/page.ts";
import { test } from "../fixtures/rooms.ts";

/** In the head of a page, on a phone in the menu. */
async function turnToTraining(page: Page, phone: boolean, menu: string, name: string) {
	if (phone) await page.getByRole("button", { name: menu }).click();
	await page.getByRole("banner").getByRole("link", { name, exact: true }).click();
}

test("a visitor finds the programme of the presidents and its modules", async ({
	page,
	language,
	isMobile,
}) => {
	test.skip(language !== "ar", "told in Arabic; the pages are looked at in French below");
	await page.goto("/ar");
	await page.getByRole("main").getByRole("link", { name: "المقررات التكوينية" }).waitFor();
	await turnToTraining(page, isMobile, "القائمة", "التكوين");
	await expect(page).toHaveURL(/\/courses$/);
	await expectWellMade(page, /المقررات التكوينية/);
	// Any spelling will do, and a tool narrows it.
	await page.getByLabel("اسم المقرر أو الوحدة").fill("رؤسا");
	await expect(page).toHaveURL(/q=/);
	await page
		.getByRole("combobox", { name: "أداة ورشة المشاريع" })
		.selectOption({ label: "القيمة المكتسبة" });
	const found = page.getByRole("article").filter({ hasText: "برنامج رؤساء الجمعيات الحرفية" });
	await expect(found).toContainText("38 ساعة");
	await expect(found).toContainText(/\u2068?6\u2069? وحدات/);
	await found.getByRole("link").click();

	await expectWellMade(page, /برنامج رؤساء الجمعيات الحرفية/);
	const modules = page.getByRole("region", { name: "الوحدات" });
	await expect(modules.getByRole("heading", { level: 3 })).toHaveCount(6);
	await expect(modules.getByRole("listitem").first()).toContainText("نموذج العمل الجماعي");
	await expect(modules.getByRole("listitem").first()).toContainText("6 ساعات");
	await expect(modules).toContainText("التطبيق في مشروع الجمعية");
	await page
		.getByRole("link", { name: /النسخة/ })
		.last()
		.click();
	await expect(page).toHaveURL(/version=1/);
	await expect(page.getByText(/المنشورة في/)).toBeVisible();
	await page.getByRole("link", { name: "عرض المقرر كما هو الآن" }).click();
	await expect(page).not.toHaveURL(/version/);
	// Cohorts are in one calendar with the events.
	await page.goto("/ar/cohorts?wilaya=16");
	await expect(page.getByRole("link", { name: "الاشتراك في الرزنامة" })).toHaveAttribute(
		"href",
		/^webcal:.*events\/calendar\?language=ar&wilaya=16$/,
	);
});

test("the head of every page leads to training, and says of its cohorts that they belong there", async ({
	page,
	language,
	isMobile,
}) => {
	const [menu, name, tabs, cohorts] =
		language === "ar"
			? ["القائمة", "التكوين", "أقسام التكوين", "الدورات"]
			: ["Menu", "Formation", "Rubriques de la formation", "Sessions"];
	await page.goto(`/${language}/verify`);
	await turnToTraining(page, isMobile, menu, name);
	await page
		.getByRole("navigation", { name: tabs })
		.getByRole("link", { name: cohorts, exact: true })
		.click();
	await expect(page).toHaveURL(/\/cohorts$/);
	if (isMobile) await page.getByRole("button", { name: menu }).click();
	const head = page.getByRole("banner");
	await expect(head.getByRole("link", { name, exact: true })).toHaveAttribute(
		"aria-current",
		"true",
	);
	// One line, however long its words.
	const lines = await head
		.getByRole("navigation", {
			name: language === "ar" ? "التنقل الرئيسي" : "Navigation principale",
		})
		.getByRole("link")
		.evaluateAll((links) => new Set(links.map((one) => one.getBoundingClientRect().top)).size);
	if (!isMobile) expect(lines).toBe(1);
});

for (const [path, arabic, french] of [
	["/courses", /المقررات التكوينية/, /Cours de formation/],
	["/courses?q=zzzz", /المقررات التكوينية/, /Cours de formation/],
	["/cohorts", /الدورات التكوينية/, /Sessions de formation/],
	["/cohorts?wilaya=33&when=all", /الدورات التكوينية/, /Sessions de formation/],
] as const) {
	test(`${path} is well made`, async ({ page, language }) => {
		await page.goto(`/${language}${path}`);
		await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
		await expectWellMade(page, language === "ar" ? arabic : french);
	});
}
