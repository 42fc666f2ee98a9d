import { expect, expectWellMade, test } from "../fixtures/page.ts";

test("the events of the filters stand on a map, and commune by commune in a list", async ({
	page,
	language,
}) => {
	const arabic = language === "ar";
	await page.goto(`/${language}/events?when=all`);
	await page.getByRole("link", { name: arabic ? "خريطة" : "Carte", exact: true }).click();
	await expect(page).toHaveURL(/view=map/);
	const map = page.getByRole("img", { name: arabic ? /^خريطة التظاهرات/ : /^Carte des/ });
	const marks = map.locator("circle");
	const places = page.locator("[data-place]");
	await expect.poll(() => marks.count()).toBeGreaterThan(3);
	await expect.poll(async () => (await places.count()) - (await marks.count())).toBe(0);
	const left = async (wilaya: string) =>
		(await map.locator(`[data-wilaya="${wilaya}"]`).boundingBox())?.x ?? Number.NaN;
	expect(await left("37"), "Tindouf is in the west in every language").toBeLessThan(
		await left("33"),
	);

	// A mark leads to its place in the list; a place that is read shows its mark.
	await marks.last().click();
	await expect(places.locator(":scope:focus")).toHaveCount(1);
	await expect(map.locator("circle[data-current]")).toHaveCount(1);
	await places.last().getByRole("link").first().focus();
	await expect(places.last()).toHaveAttribute("data-current", "true");
	await expectWellMade(page, arabic ? /رزنامة التظاهرات/ : /Agenda des manifestations/);

	await page.getByLabel(arabic ? "الولاية" : "Wilaya", { exact: true }).selectOption("16");
	await expect(page).toHaveURL(/wilaya=16/);
	await expect(places.first()).toHaveAttribute("data-place", /^16/);
	await expect.poll(async () => (await marks.count()) - (await places.count())).toBe(0);
});
