import { expect, expectWellMade, test } from "../fixtures/page.ts";

test.skip(({ language }) => language !== "ar", "one language is enough for the story");

test("a visitor hands in an association, is told what to mend, and loses nothing", async ({
	page,
	expectRefusal,
}, info) => {
	expectRefusal(422);
	const name = `جمعية أنامل الاختبار ${info.project.name} ${Date.now()}`;
	await page.goto("/ar/register");

	// Nothing typed: the step says what is missing, at the field and in a summary.
	await page.getByRole("button", { name: "متابعة" }).click();
	await expect(page.getByText("حقلان يحتاجان إلى تصحيح")).toBeVisible();
	await page.getByRole("link", { name: "الاسم بالعربية" }).click();
	await expect(page.getByLabel("الاسم بالعربية")).toBeFocused();
	await page.keyboard.type(name);
	await page.getByLabel("نطاق الجمعية").selectOption("communal");
	await page
		.getByRole("group", { name: /تاريخ التأسيس/ })
		.getByLabel("اليوم")
		.fill("٤");
	await page
		.getByRole("group", { name: /تاريخ التأسيس/ })
		.getByLabel("الشهر")
		.selectOption("03");
	await page
		.getByRole("group", { name: /تاريخ التأسيس/ })
		.getByLabel("السنة")
		.fill("2019");
	await page.getByRole("button", { name: "متابعة" }).click();

	await expect(page.getByRole("heading", { name: "وصل التسجيل" })).toBeVisible();

	// The browser is closed and opened again: everything typed is there.
	await page.reload();
	await expect(page.getByLabel("الاسم بالعربية")).toHaveValue(name);
	await expect(page.getByRole("group", { name: /تاريخ التأسيس/ }).getByLabel("اليوم")).toHaveValue(
		"4",
	);
	await page.getByRole("button", { name: "متابعة" }).click();
	await page.getByRole("button", { name: "متابعة" }).click();

	await page.getByLabel("الولاية", { exact: true }).selectOption("16");
	await page.getByLabel("البلدية").selectOption({ label: "باب الوادى" });
	await page.getByRole("button", { name: "متابعة" }).click();
	await page.getByLabel("العمل على الجلود").check();
	await page.getByRole("button", { name: "متابعة" }).click();
	await page.getByRole("button", { name: "متابعة" }).click();
	await page.getByRole("button", { name: "متابعة" }).click();

	await expect(page.getByRole("heading", { name: "وسائل الاتصال" })).toBeVisible();
	await expectWellMade(page, /تسجيل جمعية/);
	await page.getByRole("textbox", { name: /الهاتف/ }).fill("0550 12 34 56");
	await page.getByLabel("الاسم واللقب").fill("نادية بن عودة");
	await page.getByLabel("البريد الإلكتروني", { exact: true }).fill("not-an-address");
	await page.getByRole("button", { name: "إرسال الملف" }).click();

	// The server's own word appears at the field it is about.
	await expect(page.getByLabel("البريد الإلكتروني", { exact: true })).toHaveAttribute(
		"aria-invalid",
		"true",
	);
	await page.getByLabel("البريد الإلكتروني", { exact: true }).fill("nadia@example.dz");
	await page.getByRole("button", { name: "إرسال الملف" }).click();
	await expect(page.getByRole("alert").getByText("تم استلام ملفكم")).toBeVisible();

	// What was handed in is no longer kept as a draft.
	await page.goto("/ar/register");
	await expect(page.getByLabel("الاسم بالعربية")).toHaveValue("");
});
