import { expect, expectOutline, expectWellMade, test } from "../fixtures/page.ts";

test("the first page says what the register is and leads into it", async ({ page, language }) => {
	await page.goto(`/${language}/`);
	await expect(page.locator("html")).toHaveAttribute("dir", language === "ar" ? "rtl" : "ltr");
	await expectWellMade(
		page,
		language === "ar" ? /السجل الوطني لجمعيات/ : /Registre national des associations/,
	);
	await expectOutline(page, language, "home");
	await page.getByRole("searchbox").fill("خزف");
	await page.getByRole("searchbox").press("Enter");
	await expect(page).toHaveURL(new RegExp(`/${language}/associations\\?q=`));
});

test("the bare address leads to the Arabic page", async ({ page }) => {
	await page.goto("/");
	await expect(page).toHaveURL(/\/ar\/$/);
	await expect(page.locator("html")).toHaveAttribute("lang", "ar");
});

test("the language changes by a link that keeps the page", async ({ page, language }) => {
	await page.goto(`/${language}/associations?wilaya=16`);
	const [name, other] = language === "ar" ? ["Français", "fr"] : ["العربية", "ar"];
	await page.getByRole("link", { name, exact: true }).click();
	await expect(page).toHaveURL(new RegExp(`/${other}/associations\\?wilaya=16$`));
	await expect(page.locator("html")).toHaveAttribute("lang", other ?? "");
});

test("an address that leads nowhere says so", async ({ page, language }) => {
	await page.goto(`/${language}/nowhere-at-all`);
	await expect(
		page.getByRole("heading", {
			name: language === "ar" ? "الصفحة غير موجودة" : "Page introuvable",
		}),
	).toBeVisible();
	await expectWellMade(page, language === "ar" ? /الصفحة غير موجودة/ : /Page introuvable/);
});
