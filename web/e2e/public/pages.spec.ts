import { expect, expectOutline, expectWellMade } from "../fixtures/page.ts";
import { test } from "../fixtures/rooms.ts";

const PAGES = [
	["/verify", /التحقق من تسجيل جمعية/, /Vérifier l’enregistrement/, "verify"],
	["/certificates", /التحقق من شهادة تكوين/, /Vérifier un certificat/, "certificate"],
	["/sign-in", /تسجيل الدخول/, /Se connecter/, "signIn"],
	["/password-reset", /استرجاع كلمة السر/, /Mot de passe oublié/, "passwordReset"],
	["/register", /تسجيل جمعية/, /Inscrire une association/, "register"],
] as const;

for (const [path, arabic, french, outline] of PAGES) {
	test(`${path} is well made`, async ({ page, language }) => {
		await page.goto(`/${language}${path}`);
		await expectWellMade(page, language === "ar" ? arabic : french);
		await expectOutline(page, language, outline);
	});
}

test("a number nobody holds is answered plainly", async ({ page, language, expectRefusal }) => {
	expectRefusal(404);
	await page.goto(`/${language}/verify`);
	await page.getByRole("textbox").fill("٩٩-٢٠٢٦-٩٩٩٩");
	await page.getByRole("textbox").press("Enter");
	await expect(page).toHaveURL(/\/verify\/99-2026-9999$/);
	await expect(page.getByRole("alert")).toContainText("99-2026-9999");
});

test("a page of work asks to sign in first and comes back", async ({ page, language }) => {
	await page.goto(`/${language}/account`);
	await expect(page).toHaveURL(/\/sign-in\?next=/);
});
