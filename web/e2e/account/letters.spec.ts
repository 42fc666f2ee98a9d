import { linkFor } from "../fixtures/letters.ts";
import { expect, expectOutline, expectWellMade, test } from "../fixtures/page.ts";
import { leave, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("an officer invites a colleague, who opens the letter, works, forgets the password and returns", async ({
	page,
	expectRefusal,
}) => {
	expectRefusal(404, 409, 410);
	const address = `amina.${Date.now()}@example.dz`;
	await signIn(page, "ar", "chamber", "/invited");
	await page.getByRole("button", { name: "دعوة شخص" }).click();
	const dialog = page.getByRole("dialog", { name: "دعوة شخص" });
	await dialog.getByLabel("الاسم واللقب").fill("أمينة بن يوسف");
	await dialog.getByLabel("البريد الإلكتروني").fill(address);
	// One invites into one's own body unless one says otherwise.
	await expect(dialog.getByRole("combobox", { name: "المؤسسة" })).toHaveValue(
		"غرفة الصناعة التقليدية والحرف لولاية الجزائر",
	);
	await dialog.getByRole("button", { name: "إرسال الدعوة" }).click();
	await expect(dialog.getByText("أُرسلت الدعوة")).toBeVisible();
	await dialog.getByRole("button", { name: "إغلاق" }).last().click();
	await expect(page.getByRole("row").filter({ hasText: address })).toBeVisible();

	await leave(page);
	const invitation = await linkFor(address, "invitation");
	await page.goto(invitation);
	await expect(page.getByText("غرفة الصناعة التقليدية والحرف لولاية الجزائر")).toBeVisible();
	await expect(page.getByText(address)).toBeVisible();
	await expectWellMade(page, /دعوة للانضمام إلى المنصة/);
	await expectOutline(page, "ar", "invitation");
	// Whoever reads better in another language opens the same letter there.
	const language = page.getByRole("navigation", { name: /^(اللغة|Langue)$/ });
	await language.getByRole("link", { name: "Français" }).click();
	await expect(page).toHaveURL(invitation.replace("/ar/", "/fr/"));
	await expect(page.getByText(address)).toBeVisible();
	await language.getByRole("link", { name: "العربية" }).click();
	await expect(page).toHaveURL(invitation);
	await page.getByLabel("كلمة السر", { exact: true }).fill("زربية القلعة الحمراء 2026");
	await page.getByRole("button", { name: "تفعيل الحساب" }).click();
	await expect(page.getByRole("link", { name: "أمينة بن يوسف" })).toBeVisible();

	// The link works once.
	await page.goto("/ar/");
	await page.goto(invitation);
	await expect(page.getByText("هذه الدعوة لم تعد صالحة")).toBeVisible();

	await leave(page);
	await page.goto("/ar/sign-in");
	await page.getByRole("link", { name: "نسيتم كلمة السر؟" }).click();
	// The page before has a field of the same name.
	await expect(page.getByRole("button", { name: "إرسال الرابط" })).toBeVisible();
	await page.getByLabel("البريد الإلكتروني أو رقم الهاتف").fill(address);
	await page.getByRole("button", { name: "إرسال الرابط" }).click();
	await expect(page.getByRole("alert")).toBeVisible();
	const reset = await linkFor(address, "password-reset");
	await page.goto("/ar/");
	await page.goto(reset);
	await expectWellMade(page, /كلمة سر جديدة/);
	await language.getByRole("link", { name: "Français" }).click();
	await expect(page).toHaveTitle(/nouveau mot de passe/);
	await language.getByRole("link", { name: "العربية" }).click();
	await page.getByLabel("كلمة السر الجديدة").fill("فخار معاتقة الأصيل 2027");
	await page.getByRole("button", { name: "حفظ كلمة السر" }).click();
	await page.getByRole("alert").getByRole("link", { name: "تسجيل الدخول" }).click();
	await page.getByLabel("البريد الإلكتروني أو رقم الهاتف").fill(address);
	await page.getByLabel("كلمة السر", { exact: true }).fill("فخار معاتقة الأصيل 2027");
	await page.getByRole("main").getByRole("button", { name: "دخول" }).click();
	await expect(page.getByRole("link", { name: "أمينة بن يوسف" })).toBeVisible();
});

test("a link that was cut short says so, and asks the server nothing", async ({ page }) => {
	await page.goto("/ar/invitation");
	await expect(page.getByRole("alert")).toContainText("هذا الرابط ناقص");
	await expectWellMade(page, /دعوة للانضمام إلى المنصة/);
});
