import { expect, expectOutline, expectWellMade, test } from "../fixtures/page.ts";

const WORDS = {
	ar: {
		title: /دليل الجمعيات الحرفية/,
		wilaya: "الولاية",
		clear: "مسح التصفية",
		none: "لا توجد جمعية توافق هذه التصفية",
		more: "تصفية أدق",
		women: "تقودها نساء",
		search: "اسم الجمعية",
	},
	fr: {
		title: /Annuaire des associations/,
		wilaya: "Wilaya",
		clear: "Effacer les filtres",
		none: "Aucune association ne correspond à ces filtres",
		more: "Affiner",
		women: "Conduite par des femmes",
		search: "Nom de l’association",
	},
} as const;

test("the directory is well made and keeps its filters in the address", async ({
	page,
	language,
}) => {
	const words = WORDS[language];
	await page.goto(`/${language}/associations`);
	await expectWellMade(page, words.title);
	await expectOutline(page, language, "directory");
	await page.getByLabel(words.wilaya, { exact: true }).selectOption("16");
	await expect(page).toHaveURL(/\?wilaya=16$/);
	await page.getByText(words.more, { exact: true }).click();
	await page.getByLabel(words.women, { exact: true }).check();
	await expect(page).toHaveURL(/wilaya=16&women_led=true/);
	await page.getByRole("button", { name: words.clear }).click();
	await expect(page).toHaveURL(/\/associations$/);
});

test("a search without a result says so and offers the way back", async ({ page, language }) => {
	const words = WORDS[language];
	await page.goto(`/${language}/associations?q=999999999999`);
	await expect(page.getByText(words.none)).toBeVisible();
	await page.getByRole("link", { name: words.clear }).click();
	await expect(page).toHaveURL(/\/associations$/);
});

test("a directory that cannot be read says so and can be asked again", async ({
	page,
	language,
	expectRefusal,
}) => {
	expectRefusal(500);
	let broken = true;
	await page.route("**/api/v1/associations?**", (route) =>
		broken
			? route.fulfill({
					status: 500,
					contentType: "application/problem+json",
					body: JSON.stringify({ title: "خلل", status: 500, code: "internal" }),
				})
			: route.continue(),
	);
	await page.goto(`/${language}/associations`);
	await expect(page.getByRole("alert")).toBeVisible();
	broken = false;
	await page.getByRole("alert").getByRole("button").click();
	await expect(page.getByRole("alert")).toHaveCount(0);
});
