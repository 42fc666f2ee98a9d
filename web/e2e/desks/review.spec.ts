import { expect, test } from "../fixtures/page.ts";
import { around, leave, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();
test.describe.configure({ mode: "serial" });

test("a chamber returns a file with a remark on a field", async ({ page }) => {
	await signIn(page, "ar", "chamber", "/review");
	const row = page
		.getByRole("row")
		.filter({ has: page.getByText("قيد الدراسة") })
		.last();
	const name = (await row.getByRole("rowheader").textContent()) ?? "";
	await row.getByRole("link", { name, exact: true }).click();
	await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

	await page.getByRole("button", { name: "إعادة الملف" }).click();
	const dialog = page.getByRole("dialog", { name: "إعادة الملف" });
	await dialog.getByLabel("السبب:").fill("رقم الوصل غير مطابق للوثيقة المرفقة");
	await dialog.getByRole("button", { name: "إضافة ملاحظة" }).click();
	await dialog.getByLabel("الحقل").selectOption({ label: "رقم الوصل" });
	await dialog.getByLabel("الملاحظة", { exact: true }).fill("يرجى كتابة الرقم كما ورد في الوصل");
	await dialog.getByRole("button", { name: "إعادة الملف" }).click();

	await expect(page.getByRole("status").getByText("أُعيد الملف إلى الجمعية")).toBeVisible();
	await expect(page.getByText("يرجى كتابة الرقم كما ورد في الوصل").first()).toBeVisible();
	await expect(page.getByRole("main").getByText("معاد للتصحيح").first()).toBeVisible();
});

test("a chamber verifies a file: it gets a number, and the step is in the audit log", async ({
	page,
}) => {
	await signIn(page, "ar", "chamber", "/review");
	const row = page
		.getByRole("row")
		.filter({ has: page.getByText("قيد الدراسة") })
		.first();
	const name = (await row.getByRole("rowheader").textContent()) ?? "";
	await row.getByRole("link", { name, exact: true }).click();
	await page.getByRole("button", { name: "تسجيل الجمعية" }).click();
	await page
		.getByRole("dialog", { name: "تسجيل الجمعية" })
		.getByRole("button", { name: "تسجيل الجمعية" })
		.click();
	await expect(page.getByRole("region", { name: "رقم التسجيل" })).toContainText(/16-\d{4}-\d{4}/);
	await expect(page.getByRole("button", { name: "توقيف التسجيل" })).toBeVisible();

	await leave(page);
	await signIn(page, "ar", "admin", "/audit?action=verify_association");
	await expect(page.getByRole("row").filter({ hasText: "تسجيل جمعية" }).first()).toBeVisible();
	await page
		.getByRole("button", { name: around("فتح", "تسجيل جمعية") })
		.first()
		.click();
	await expect(page.getByRole("dialog").getByText(/registration_number/)).toBeVisible();
});

test("an association asks for a change, its chamber decides field by field", async ({ page }) => {
	await signIn(page, "ar", "association", "/desk");
	await page.getByRole("link", { name: "تعديل" }).click();
	await page.getByLabel(/المختصر/).fill("ج.إ.ت");
	await page.getByLabel(/الاسم بالإنجليزية/).fill("Golden Hands of the Test");
	await page.getByRole("button", { name: "وسائل الاتصال" }).click();
	await page.getByLabel(/سبب التعديل/).fill("تصحيح بعد الجمعية العامة");
	await page.getByRole("button", { name: "عرض التعديلات للدراسة" }).click();
	await expect(page).toHaveURL(/\/desk$/);
	await expect(page.getByText("ينتظر القرار").first()).toBeVisible();

	await leave(page);
	await signIn(page, "ar", "chamber", "/proposals");
	await page.getByRole("rowheader").getByRole("link").first().click();
	await page.getByLabel(around("القرار بشأن", "المختصر")).selectOption({ label: "رفض" });
	await page.getByLabel("سبب الرفض").fill("المختصر مستعمل من جمعية أخرى");
	await page.getByRole("button", { name: "تثبيت القرارات" }).click();
	await expect(page.getByRole("main").getByText("مقبول جزئيا")).toBeVisible();
	await expect(page.getByText("المختصر مستعمل من جمعية أخرى")).toBeVisible();
});
