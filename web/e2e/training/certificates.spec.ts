import { actAs } from "../fixtures/calls.ts";
import { expect, expectWellMade } from "../fixtures/page.ts";
import { test } from "../fixtures/rooms.ts";

/** The cohort of the demonstration data that is being taught. */
const COHORT = "01941f29-7c00-7000-8000-00000000000d";

interface Certificate {
	code: string;
	state: "valid" | "revoked";
	says: { participant: string };
}

test("anybody checks a certificate by its code, and no answer is never taken for a good one", async ({
	page,
	language,
	expectRefusal,
	expectOffline,
}) => {
	const chamber = await actAs(page, "chamber");
	const certificates = (
		await chamber("GET", `/cohorts/${COHORT}/certificates?limit=200`, undefined)
	).items as unknown as Certificate[];
	const valid = certificates.find((one) => one.state === "valid");
	const revoked = certificates.find((one) => one.state === "revoked");
	if (!valid || !revoked) throw new Error("the demonstration has certificates of both states");
	const status = page.getByRole("main").getByRole("status").first();

	await page.goto(`/${language}/certificates`);
	await page.getByRole("textbox").fill(valid.code.toLowerCase().replaceAll("-", " "));
	await page.getByRole("textbox").press("Enter");
	await expect(page).toHaveURL(new RegExp(`/certificates/${valid.code.replaceAll("-", "")}$`));
	await expect(status).toContainText(language === "ar" ? "سارية" : "valable");
	await expect(page.getByText(valid.says.participant)).toBeVisible();
	await expectWellMade(page, language === "ar" ? /شهادة/ : /certificat/);

	await page.goto(`/${language}/certificates/${revoked.code.replaceAll("-", "")}`);
	await expect(status).toContainText(language === "ar" ? "مسحوبة" : "révoqué");

	expectOffline();
	await page.route("**/api/v1/certificate-checks/**", (route) => route.abort());
	await page.goto(`/${language}/certificates/${valid.code.replaceAll("-", "")}`);
	await expect(
		page.getByText(language === "ar" ? /لم يتم التحقق/ : /n’a pas été vérifié/).first(),
	).toBeVisible();
	await expect(page.getByText(valid.says.participant)).toHaveCount(0);
	await page.unroute("**/api/v1/certificate-checks/**");

	expectRefusal(404);
	await page.goto(`/${language}/certificates/000000000000`);
	await expect(page.getByRole("alert")).toBeVisible();
});
