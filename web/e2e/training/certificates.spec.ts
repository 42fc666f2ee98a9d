import { actAs } from "../fixtures/calls.ts";
import { expect, expectWellMade } from "../fixtures/page.ts";
import { test } from "../fixtures/rooms.ts";

/** The cohort of the demonstration data that is being taught. */
const COHORT = "01941f29-7c00-7000-8000-00000000000d";

interface Certificate {
	code: string;
	state: "valid" | "revoked";
	says: { participant: string; office: string | null };
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
	const valid = certificates.find(
		(one) => one.state === "valid" && one.says.office === "president",
	);
	const revoked = certificates.find((one) => one.state === "revoked");
	if (!valid || !revoked) throw new Error("the demonstration has certificates of both states");
	const arabic = language === "ar";
	const title = arabic ? /شهادة/ : /certificat/;
	const bare = (code: string) => code.replaceAll("-", "");
	const main = page.getByRole("main");
	const status = main.getByRole("status").first();
	const field = page.getByRole("textbox");

	await page.goto(`/${language}/certificates`);
	await field.fill(valid.code.toLowerCase().replaceAll("-", " "));
	await field.press("Enter");
	await expect(page).toHaveURL(new RegExp(`/certificates/${bare(valid.code)}$`));
	await expect(status).toContainText(arabic ? "سارية" : "valable");
	await expect(page.getByText(valid.says.participant)).toBeVisible();
	// The office in words that fit a woman and a man, as the certificate has it.
	await expect(
		page.getByText(arabic ? "رئاسة الجمعية" : "Présidence de l’association", { exact: true }),
	).toBeVisible();
	await expectWellMade(page, title);

	// What cannot be a code was typed all the same: it is not said to be missing.
	await field.fill("؟؟؟");
	await field.press("Enter");
	await expect(
		page.getByText(arabic ? "لا توجد شهادة بهذا الرمز" : "Aucun certificat ne porte ce code"),
	).toBeVisible();
	await field.fill(revoked.code);
	await field.press("Enter");
	await expect(status).toContainText(arabic ? "مسحوبة" : "révoqué");
	await expectWellMade(page, title);
	// The way back asks for the other code, and the field says so.
	await page.goBack();
	await expect(status).toContainText(arabic ? "سارية" : "valable");
	await expect(field).toHaveValue(bare(valid.code));

	// The same code is asked again, and no answer is one of its own.
	expectOffline();
	await page.route("**/api/v1/certificate-checks/**", (route) => route.abort());
	await page.getByRole("button", { name: arabic ? "تحقق" : "Vérifier", exact: true }).click();
	await expect(page.getByRole("alert")).toHaveCount(1);
	await expect(page.getByRole("alert")).toContainText(
		arabic ? "لم يتم التحقق" : "n’a pas été vérifié",
	);
	await expect(page.getByText(valid.says.participant)).toHaveCount(0);
	await expectWellMade(page, title);
	await page.unroute("**/api/v1/certificate-checks/**");
	await page
		.getByRole("button", { name: arabic ? "إعادة المحاولة" : "Réessayer", exact: true })
		.click();
	await expect(page.getByText(valid.says.participant)).toBeVisible();
	await expect(page.getByRole("alert")).toHaveCount(0);

	expectRefusal(404);
	await page.goto(`/${language}/certificates/000000000000`);
	await expect(page.getByRole("alert")).toContainText(
		arabic ? "لا توجد شهادة بهذا الرمز" : "Aucun certificat ne porte ce code",
	);
	await expectWellMade(page, title);
});
