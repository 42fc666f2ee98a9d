import { actAs } from "../fixtures/calls.ts";
import { enrolled, taughtToday, underWay } from "../fixtures/cohort-data.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

/** The cohort of the demonstration data that is being taught. */
const TAUGHT = "01941f29-7c00-7000-8000-00000000000d";

test("every page of a cohort that was called off says so, and why", async ({ page }) => {
	const chamber = await actAs(page, "chamber");
	const cohort = await taughtToday(page, chamber, "دورة ملغاة");
	await chamber("POST", `/cohorts/${cohort}/sessions`, {
		title: { ar: "الافتتاح" },
		...underWay(),
	});
	await enrolled(page, chamber, cohort, ["نادية بن عودة"]);
	await signIn(page, "ar", "trainer", `/cohorts/${cohort}/attendance`);
	await expect(page.getByRole("region", { name: "قائمة الحصة" })).toBeVisible();
	await chamber("POST", `/cohorts/${cohort}/cancellation`, { reason: "تعذر فتح القاعة" });
	const told = page.getByRole("main").getByText("تعذر فتح القاعة");
	for (const [desk, title] of [
		["attendance", /الحضور/],
		["evaluation", /تقييم الدورة/],
		["timetable", /التوقيت/],
	] as const) {
		await page.goto(`/ar/cohorts/${cohort}/${desk}`);
		await expect(told).toBeVisible();
		await expectWellMade(page, title);
	}
});

test("a certificate revoked after the list was read is not printed, and says why", async ({
	page,
	expectRefusal,
}) => {
	expectRefusal(404);
	await page.route("**/certificates/*/print", (route) =>
		route.fulfill({
			status: 404,
			contentType: "application/problem+json",
			json: {
				type: "about:blank",
				title: "العنصر غير موجود",
				status: 404,
				code: "not_found",
				detail: "سُحبت هذه الشهادة فلا تطبع.",
			},
		}),
	);
	await signIn(page, "ar", "chamber", `/cohorts/${TAUGHT}/certificates`);
	const again = page.waitForRequest(/\/certificates\?/);
	await page
		.getByRole("button", { name: /^تنزيل شهادة/ })
		.first()
		.click();
	await again;
	await expect(page.locator(":focus")).toContainText("سُحبت هذه الشهادة قبل قليل");
	await expect(page.getByText("العنصر غير موجود")).toHaveCount(0);
	await expectWellMade(page, /الشهادات/);
});
