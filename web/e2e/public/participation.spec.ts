import { expect, expectWellMade, test } from "../fixtures/page.ts";

test("how many associations took part in a year stands beside what is aimed at", async ({
	page,
	language,
}) => {
	const arabic = language === "ar";
	const ways = [
		[
			"/",
			arabic ? "كم جمعية شاركت في تظاهرات هذه السنة؟" : /^Combien d’associations ont participé/,
		],
		[
			"/events",
			arabic ? "المشاركة السنوية للجمعيات" : "Participation des associations dans l’année",
		],
	] as const;
	for (const [from, name] of ways) {
		await page.goto(`/${language}${from}`);
		await page.getByRole("main").getByRole("link", { name }).click();
		await expect(page).toHaveURL(/\/participation$/);
	}
	const foot = page.getByRole("contentinfo").getByRole("link", {
		name: arabic ? "المشاركة السنوية" : "Participation de l’année",
	});
	await expect(foot).toHaveAttribute("href", `/${language}/participation`);
	const total = page.getByRole("progressbar");
	await expect(total).toHaveAttribute("max", "1000");
	const counted = await total.getAttribute("value");
	expect(Number(counted)).toBeGreaterThan(5);
	// Few are hidden from visitors, and it is said.
	await expect(page.getByRole("main")).toContainText(
		arabic ? /تُحجب الأعداد التي تخص أقل من/ : /de moins de .*5.* associations sont masqués/,
	);
	await expectWellMade(page, arabic ? /المشاركة السنوية/ : /Participation de l’année/);
	// What was not known yet on a day is not counted on it.
	const year = new Date().getFullYear();
	await page.goto(`/${language}/participation?year=${year}&as_of=${year}-01-02`);
	await expect(
		page
			.getByRole("progressbar")
			.or(page.getByText(arabic ? "محجوب" : "masqué").first())
			.first(),
	).toBeVisible();
	await expect(page.getByRole("progressbar")).not.toHaveAttribute("value", counted ?? "");
});

test("the report of a closed event is everybody's", async ({ page, language }) => {
	const answer = await page.request.get("/api/v1/events?status=closed&sort=starts_on&limit=1");
	const { items } = (await answer.json()) as { items: { id: string }[] };
	await page.goto(`/${language}/events/${items[0]?.id}`);
	const arabic = language === "ar";
	await page.getByRole("link", { name: arabic ? "حصيلة التظاهرة" : "Bilan", exact: true }).click();
	await expect(page.getByRole("table").first()).toBeVisible();
	await expectWellMade(page, arabic ? /حصيلة التظاهرة/ : /Bilan de la manifestation/);
});
