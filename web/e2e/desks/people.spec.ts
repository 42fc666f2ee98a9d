import { actAs } from "../fixtures/calls.ts";
import { expect, expectWellMade, expectWellMadeOnPhone, test } from "../fixtures/page.ts";
import { newcomer, others } from "../fixtures/people.ts";
import { around, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("an administrator mends an account, ends its sessions and helps who lost a telephone", async ({
	page,
	request,
	expectRefusal,
}) => {
	expectRefusal(422);
	const [association = ""] = await others(page, 1);
	const address = `lost-${Date.now()}@example.dz`;
	const person = await newcomer(page, await actAs(page, "chamber"), association, address);
	const session = await request.post("/api/v1/auth/session", {
		data: { login: person.email, password: person.password },
	});
	expect(session.ok()).toBe(true);

	await signIn(page, "ar", "admin", `/people?q=${encodeURIComponent(address)}`);
	await page.getByRole("rowheader").getByRole("link").first().click();
	await page
		.getByRole("region", { name: "الحساب", exact: true })
		.getByRole("button", { name: "تعديل" })
		.click();
	const dialog = page.getByRole("dialog", { name: "تعديل الحساب" });
	await dialog.getByLabel("الهاتف").fill("٠٥٥");
	await dialog.getByRole("button", { name: "حفظ" }).click();
	await expect(dialog.getByLabel("الهاتف")).toHaveAttribute("aria-invalid", "true");
	await dialog.getByLabel("الهاتف").fill("");
	await dialog.getByLabel("الاسم واللقب").fill("زهرة بن عيسى");
	await dialog.getByLabel("لغة المراسلات").selectOption("fr");
	await expectWellMadeOnPhone(page, /./);
	await dialog.getByRole("button", { name: "حفظ" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "زهرة بن عيسى" })).toBeVisible();
	await expect(page.getByRole("main").getByText("Français")).toBeVisible();

	// Nobody is asked to forget a second factor that is not there.
	const safety = page.getByRole("region", { name: "أمن الحساب" });
	await expect(safety.getByRole("button")).toHaveCount(1);
	await safety.getByRole("button", { name: "إنهاء جلساته" }).click();
	const question = page.getByRole("alertdialog");
	await expect(question).toContainText("زهرة بن عيسى");
	await expectWellMade(page, /زهرة بن عيسى/);
	await question.getByRole("button", { name: "إنهاء جلساته" }).click();
	await expect(page.getByText("أُنهيت الجلسات")).toBeVisible();
	expect((await request.post("/api/v1/auth/session/refresh")).status()).toBe(401);
	await expect(page.getByRole("button", { name: around("إنهاء صفة", "جمعية") })).toBeVisible();
});

test("an administrator sees the keys of every body and takes a new signing key", async ({
	page,
}) => {
	await signIn(page, "ar", "admin", "/people");
	await page
		.getByRole("navigation", { name: "فضاء العمل" })
		.getByRole("link", { name: "مفاتيح البرمجة" })
		.click();
	await expect(page.getByRole("button", { name: "مفتاح جديد" })).toHaveCount(0);
	await page.getByRole("button", { name: "استبدال مفتاح التوقيع" }).click();
	const question = page.getByRole("alertdialog");
	await question.getByRole("button", { name: "استبدال مفتاح التوقيع" }).click();
	await expect(page.getByText("استُبدل مفتاح التوقيع")).toBeVisible();
	// Nobody is signed out by it.
	await page.reload();
	await expect(page.getByRole("heading", { level: 1, name: "مفاتيح البرمجة" })).toBeVisible();
});

test("an administrator is invited to the platform, which is no institution", async ({ page }) => {
	const address = `second-${Date.now()}@example.dz`;
	await signIn(page, "ar", "admin", "/people");
	await page.getByRole("button", { name: "دعوة شخص" }).click();
	const dialog = page.getByRole("dialog", { name: "دعوة شخص" });
	await dialog.getByLabel("الصفة").selectOption({ label: "إدارة المنصة" });
	await expect(dialog.getByRole("combobox", { name: "المؤسسة" })).toHaveCount(0);
	await dialog.getByLabel("الاسم واللقب").fill("كريم حداد");
	await dialog.getByLabel("البريد الإلكتروني").fill(address);
	await dialog.getByRole("button", { name: "إرسال الدعوة" }).click();
	await expect(dialog.getByText("أُرسلت الدعوة")).toBeVisible();
	// The link is shown this once: a click beside the dialog does not lose it.
	await page.mouse.click(5, 5);
	await expect(dialog.locator("code")).toContainText("/invitation#token=");
});
