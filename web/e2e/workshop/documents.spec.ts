import { readFile } from "node:fs/promises";
import { PDF, pdf } from "../fixtures/files.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { leave, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("the signed agreement and the invoice of a report: added by the president, read by the chamber, removed when asked", async ({
	page,
	expectRefusal,
}) => {
	const dialog = page.getByRole("dialog");
	await signIn(page, "ar", "association", "/projects");
	await page.getByRole("link", { name: "ورشة الزرابي الجماعية" }).click();
	await page.getByRole("link", { name: "الشركاء" }).click();
	await page.getByRole("link", { name: "بلدية المدينة" }).click();
	const pact = page.getByRole("region", { name: "الاتفاقيات والالتزامات" }).getByRole("listitem");
	const add = pact.getByText("إضافة وثيقة").first();
	await add.focus();
	await add.press("Enter");
	await expect(pact.getByLabel("نوع الوثيقة")).toHaveValue("agreement");
	// What is no document at all is refused in words, and what was chosen stays.
	await pact
		.getByLabel("الملف")
		.setInputFiles({ ...pdf("الاتفاقية.pdf"), buffer: Buffer.from("؟") });
	expectRefusal(422);
	await pact.getByRole("button", { name: "إرسال" }).click();
	await expect(pact.getByRole("alert")).toBeVisible();
	await expect(pact.getByLabel("الملف")).toHaveAccessibleDescription(/الصيغة غير صحيحة/);
	await expect(pact.getByLabel("نوع الوثيقة")).toHaveValue("agreement");
	await pact.getByLabel("الملف").setInputFiles(pdf("الاتفاقية.pdf"));
	await pact.getByRole("button", { name: "إرسال" }).click();
	await expect(pact.getByText("اتفاقية موقعة").first()).toBeVisible();
	await expect(pact.getByRole("button", { name: /تنزيل.*الاتفاقية\.pdf/ })).toBeVisible();
	await expectWellMade(page, /الشركاء/);

	await page.getByRole("link", { name: "الميزانية والقيمة المكتسبة" }).click();
	const reports = page.getByRole("region", { name: "تقارير التقدم" }).first();
	await reports
		.getByRole("button", { name: /إرفاق وثيقة/ })
		.first()
		.click();
	await dialog.getByText("إضافة وثيقة").click();
	await expect(dialog.getByLabel("نوع الوثيقة")).toHaveValue("invoice");
	for (const name of ["فاتورة الصوف.pdf", "خطأ.pdf"]) {
		await dialog.getByLabel("الملف").setInputFiles(pdf(name));
		await dialog.getByRole("button", { name: "إرسال" }).click();
		await expect(dialog.getByText(name, { exact: true })).toBeVisible();
	}
	await expectWellMade(page, /الميزانية والقيمة المكتسبة/);
	await dialog.getByRole("button", { name: /حذف.*خطأ/ }).click();
	const asked = page.getByRole("alertdialog", { name: /حذف.*خطأ/ });
	await asked.getByRole("button", { name: "إلغاء" }).click();
	await expect(dialog.getByText("خطأ.pdf", { exact: true })).toBeVisible();
	await dialog.getByRole("button", { name: /حذف.*خطأ/ }).click();
	await asked.getByRole("button", { name: "حذف", exact: true }).click();
	await expect(asked).toHaveCount(0);
	await expect(dialog.getByText("خطأ.pdf", { exact: true })).toHaveCount(0);
	await dialog.getByRole("button", { name: "إغلاق" }).click();
	await expect(reports.getByRole("button", { name: /وثيقة واحدة/ })).toBeVisible();

	const { pathname } = new URL(page.url());
	await leave(page);
	await signIn(page, "ar", "chamber", pathname.replace(/^\/ar|\/budget$/g, ""));
	const documents = page.getByRole("region", { name: "الوثائق" });
	await expect(documents.getByRole("link", { name: /تقرير/ })).toBeVisible();
	const signed = documents.getByRole("listitem").filter({ hasText: "الاتفاقية.pdf" });
	await expect(signed.getByRole("link", { name: /الاتفاقية:/ })).toBeVisible();
	for (const name of ["الاتفاقية.pdf", "فاتورة الصوف.pdf"]) {
		const started = page.waitForEvent("download");
		await documents.getByRole("button", { name: new RegExp(`تنزيل.*${name}`) }).click();
		const file = await started;
		expect(file.suggestedFilename()).toBe(name);
		expect(await readFile(await file.path(), "utf8")).toBe(PDF);
	}
	await expect(documents.getByRole("button", { name: /حذف/ })).toHaveCount(0);
	await expect(documents.getByText("إضافة وثيقة")).toHaveCount(0);
	await expectWellMade(page, /ورشة الزرابي الجماعية/);
	await documents.getByRole("link", { name: /تقرير/ }).click();
	await page.getByRole("button", { name: /وثيقة واحدة/ }).click();
	await expect(dialog.getByRole("button", { name: /تنزيل/ })).toBeVisible();
	await expect(dialog.getByRole("button", { name: /حذف/ })).toHaveCount(0);
	await expect(dialog.getByText("إضافة وثيقة")).toHaveCount(0);
});
