import { expect, expectWellMade, test } from "../fixtures/page.ts";

/** A word of the catalogues that nobody has fetched would stand there as its name. */
const WORDS = /^(?!\s*[\w:]+(\.[\w:]+)+\s*$)\s*\S/;

test("a page that was not fetched before says that there is no connection, and opens once there is one", async ({
	page,
	context,
	language,
	expectOffline,
}) => {
	expectOffline();
	await page.goto(`/${language}/`);
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
	});
	await page.reload();
	await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
	await context.setOffline(true);
	await page.goto(`/${language}/verify`);
	const told = page.getByRole("main").getByRole("alert");
	await expect(told).toHaveText(WORDS);
	// The words around the page are there.
	const banner = page.getByRole("banner");
	await expect(banner.getByRole("link").last()).toHaveText(WORDS);
	for (const link of await banner.getByRole("link").all()) await expect(link).toHaveText(WORDS);
	await expectWellMade(page, WORDS);
	const again = told.getByRole("button");
	await expect(again).toHaveText(WORDS);
	// It opens by itself as soon as the connection carries, or else by the button.
	await context.setOffline(false);
	await expect(async () => {
		if (await again.isVisible()) await again.click({ timeout: 1000 });
		await expect(page.getByRole("main").getByRole("textbox")).toBeVisible({ timeout: 3000 });
	}).toPass({ timeout: 20_000 });
	await expect(told).toHaveCount(0);
});
