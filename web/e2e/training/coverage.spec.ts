import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { leave, signIn } from "../fixtures/session.ts";

test("everybody reads how many presidents are trained, and a chamber who they are", async ({
	page,
	language,
}) => {
	const arabic = language === "ar";
	await page.goto(`/${language}/courses`);
	await page
		.getByRole("navigation", { name: arabic ? "أقسام التكوين" : "Rubriques de la formation" })
		.getByRole("link", { name: arabic ? "تغطية التكوين" : "Couverture", exact: true })
		.click();
	await expect(page).toHaveURL(/\/training-coverage$/);
	const main = page.getByRole("main");
	// Most of the cohort of Algiers hold a certificate; few elsewhere are not told.
	const algiers = main.getByRole("row", { name: arabic ? /16 الجزائر/ : /16 Alger/ }).first();
	await expect(algiers.getByRole("cell").nth(1)).toHaveText(/^([5-9]|1\d)$/);
	await expect(main).toContainText(arabic ? "محجوب" : "masqué");
	await expect(
		main.getByRole("region", {
			name: arabic ? "رئاسات الجمعيات واحدة واحدة" : "Présidences, une par une",
		}),
	).toHaveCount(0);
	await expectWellMade(page, arabic ? /تغطية التكوين/ : /Couverture de la formation/);

	await main
		.getByLabel(arabic ? "توزيع الأرقام" : "Répartition des chiffres")
		.selectOption({ label: arabic ? "حسب المستوى" : "Par niveau" });
	await expect(page).toHaveURL(/by=level/);
	await expect(
		main.getByRole("rowheader", { name: arabic ? "بلدية" : "Communale", exact: true }),
	).toBeVisible();

	await signIn(page, language, "chamber", "/my-cohorts");
	await page
		.getByRole("link", { name: arabic ? "تغطية التكوين" : "Couverture", exact: true })
		.click();
	const list = main.getByRole("region", {
		name: arabic ? "رئاسات الجمعيات واحدة واحدة" : "Présidences, une par une",
		exact: true,
	});
	await expect(list.first()).toBeVisible();
	// A chamber begins with its own wilayas; what it chooses stays in the address, also over a reload.
	const figures = main.getByLabel(arabic ? "نطاق الأرقام" : "Périmètre des chiffres", {
		exact: true,
	});
	await figures.selectOption("country");
	await expect(page).toHaveURL(/country=true/);
	await page.reload();
	await expect(figures).toHaveValue("country");
	await expect(page).toHaveURL(/country=true/);
	await figures.selectOption("own");
	await expect(page).not.toHaveURL(/country/);
	await main
		.getByLabel(arabic ? "وضعية التكوين" : "Situation", { exact: true })
		.selectOption({ label: arabic ? "تكوين بشهادة" : "Formation certifiée" });
	await expect(list.first()).not.toContainText(arabic ? "لا تكوين بعد" : "Pas encore de formation");
	const trained = list
		.first()
		.getByRole("row")
		.filter({ hasText: arabic ? "تكوين بشهادة" : "Formation certifiée" });
	await expect(trained.nth(4)).toContainText(arabic ? /شهادة بتاريخ/ : /certificat du/);
	const paths = main.getByRole("region", {
		name: arabic ? "من التكوين إلى المبيعات" : "De la formation aux ventes",
		exact: true,
	});
	await expect(paths.first().getByRole("row").nth(5)).toContainText(
		arabic ? /شهادة بتاريخ/ : /certificat du/,
	);
	await expectWellMade(page, arabic ? /تغطية التكوين/ : /Couverture de la formation/);
	const file = page.waitForEvent("download");
	await list
		.first()
		.getByText(arabic ? "تصدير" : "Exporter", { exact: true })
		.click();
	await list.first().getByRole("button", { name: /CSV/ }).click();
	expect((await file).suggestedFilename()).toBe("training-coverage.csv");
	await leave(page);
});
