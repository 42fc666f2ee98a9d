import { expect, expectOutline, expectWellMade, test } from "../fixtures/page.ts";
import { accountOf, signIn } from "../fixtures/session.ts";

test("a wrong password is refused in words, the right one opens the desk asked for", async ({
	page,
	language,
	expectRefusal,
}) => {
	test.skip(language !== "ar", "one language is enough for the story");
	expectRefusal(401);
	const { email, password } = accountOf("national");
	await page.goto("/ar/account");
	await page.getByLabel("البريد الإلكتروني أو رقم الهاتف").fill(email);
	await page.getByLabel("كلمة السر", { exact: true }).fill("كلمة سر خاطئة تماما");
	await page.getByRole("main").getByRole("button", { name: "دخول" }).click();
	await expect(page.getByRole("alert")).toBeVisible();
	await expect(page.getByLabel("البريد الإلكتروني أو رقم الهاتف")).toHaveValue(email);
	await page.getByLabel("كلمة السر", { exact: true }).fill(password);
	await page.getByRole("main").getByRole("button", { name: "دخول" }).click();
	await expect(page).toHaveURL(/\/ar\/account$/);

	// The session outlives the page: the cookie opens it again.
	await page.reload();
	await expect(page.getByRole("heading", { level: 1, name: "حسابي" })).toBeVisible();

	await page.getByRole("button", { name: "تسجيل الخروج", exact: true }).click();
	await expect(page).toHaveURL(/\/ar\/?$/);
	await page.goto("/ar/account");
	await expect(page).toHaveURL(/\/sign-in/);
});

test("the account page is well made", async ({ page, language }) => {
	await signIn(page, language, "chamber", "/account");
	await expectWellMade(page, language === "ar" ? /حسابي/ : /Mon compte/);
	await expectOutline(page, language, "account");
	await expect(page.getByText(language === "ar" ? "هذا الجهاز" : "Cet appareil")).toBeVisible();
});
