import { inArabic } from "../fixtures/fields.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { accountOf, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("signed out in another tab, one signs in beside what is typed and goes on", async ({
	page,
	context,
	expectRefusal,
}) => {
	expectRefusal(401);
	await signIn(page, "ar", "chamber", "/review/new");
	await page.getByLabel("الاسم بالعربية").fill("جمعية التبويبين");

	const other = await context.newPage();
	await other.goto("/ar/account");
	await other.getByRole("button", { name: "تسجيل الخروج", exact: true }).click();
	await expect(other.getByRole("link", { name: "تسجيل الدخول" }).first()).toBeVisible();
	await other.close();

	const ended = page.getByRole("alert").filter({ hasText: "انتهت جلستكم" });
	await expect(ended).toBeVisible();
	await expect(page.getByLabel("الاسم بالعربية")).toHaveValue("جمعية التبويبين");
	await expectWellMade(page, /ملف جديد/);
	const opened = context.waitForEvent("page");
	await ended.getByRole("link", { name: "تسجيل الدخول" }).click();
	const beside = await opened;
	const { email, password } = accountOf("chamber");
	await beside.getByLabel("البريد الإلكتروني أو رقم الهاتف").fill(email);
	await beside.getByLabel("كلمة السر", { exact: true }).fill(password);
	await beside.getByRole("main").getByRole("button", { name: "دخول" }).click();
	await expect(beside).toHaveURL(/\/review\/new$/);
	await beside.close();

	await expect(ended).toHaveCount(0);
	await expect(page.getByLabel("الاسم بالعربية")).toHaveValue("جمعية التبويبين");
	await expect(page.getByRole("navigation", { name: "فضاء العمل" })).toBeVisible();
});

test("a desk stays when the session ends, and so does what was typed on it", async ({
	page,
	context,
	expectRefusal,
}) => {
	expectRefusal(401);
	await signIn(page, "ar", "chamber", "/my-courses/new");
	const name = page.getByLabel(inArabic("اسم المقرر"));
	await name.fill("مقرر التبويبين");
	const other = await context.newPage();
	await other.goto("/ar/account");
	await other.getByRole("button", { name: "تسجيل الخروج", exact: true }).click();
	await expect(other.getByRole("link", { name: "تسجيل الدخول" }).first()).toBeVisible();
	await other.close();

	await expect(page.getByRole("alert").filter({ hasText: "انتهت جلستكم" })).toBeVisible();
	await expect(name).toHaveValue("مقرر التبويبين");
	await expect(page.getByText("هذه الصفحة ليست ضمن صلاحياتكم")).toHaveCount(0);
	await page.getByRole("button", { name: /إنشاء/ }).click();
	await expect(name).toHaveValue("مقرر التبويبين");
});
