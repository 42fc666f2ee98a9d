import type { Locator } from "@playwright/test";
import { expect, expectOutline, expectWellMade, test } from "../fixtures/page.ts";
import { signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

async function date(form: Locator, name: string | RegExp, [day, month, year]: string[]) {
	const group = form.getByRole("group", { name }).first();
	await group.getByLabel("اليوم").fill(day ?? "");
	await group.getByLabel("الشهر").selectOption(month ?? "");
	await group.getByLabel("السنة").fill(year ?? "");
}

test("a partner from the first call to an agreement: contacts, offers by round, the zone, obligations settled", async ({
	page,
	expectRefusal,
}) => {
	const dialog = page.getByRole("dialog");
	const save = () => dialog.getByRole("button", { name: "حفظ", exact: true }).click();
	await signIn(page, "ar", "association", "/projects");
	await page.getByRole("link", { name: "ورشة الزرابي الجماعية" }).click();
	await page.getByRole("link", { name: "الشركاء" }).click();
	await expect(page.getByRole("table", { name: "الالتزامات" })).toBeVisible();
	await expectWellMade(page, /الشركاء/);
	await expectOutline(page, "ar", "projectPartners");

	await page.getByRole("button", { name: "إضافة شريك" }).click();
	await dialog.getByLabel(/الشريك.* بالعربية/).fill("غرفة الصناعة التقليدية");
	await dialog.getByLabel("التأثير").selectOption("5");
	await dialog.getByLabel("الاهتمام").selectOption("5");
	await dialog.getByRole("button", { name: "إضافة شخص" }).click();
	await dialog.getByLabel("الاسم واللقب").fill("فريدة حداد");
	await save();
	const close = page.getByRole("region", { name: "تأثير واهتمام كبيران: تعامل عن قرب" });
	await close.getByRole("link", { name: "غرفة الصناعة التقليدية" }).click();
	await expect(page.getByText("فريدة حداد")).toBeVisible();

	const contacts = page.getByRole("region", { name: "سجل الاتصالات" });
	await contacts.getByRole("button", { name: "تسجيل اتصال" }).click();
	await dialog.getByLabel("كيف جرى؟").selectOption("call");
	await dialog.getByLabel("ما الذي قيل؟").fill("طلبنا جناحا في المعرض");
	// A step before what it follows is refused at its field, and what was typed stays.
	await date(dialog, /أجل الخطوة التالية/, ["1", "01", "2020"]);
	expectRefusal(422);
	await save();
	await expect(dialog.getByRole("group", { name: /أجل الخطوة التالية/ })).toContainText("▲");
	await expect(dialog.getByLabel("ما الذي قيل؟")).toHaveValue("طلبنا جناحا في المعرض");
	await date(dialog, /أجل الخطوة التالية/, ["1", "02", "2030"]);
	await save();
	await expect(contacts.getByRole("listitem")).toContainText("طلبنا جناحا في المعرض");

	const talks = page.getByRole("region", { name: "المفاوضات" });
	await talks.getByRole("button", { name: "فتح مفاوضة" }).click();
	await dialog.getByLabel("موضوع المفاوضة").fill("كراء جناح المعرض");
	await dialog.getByLabel("ما الذي نريده ولماذا؟").fill("جناح عند المدخل\nسعر مخفض");
	await dialog.getByLabel("بديلنا الأفضل").fill("سوق المدينة");
	await dialog.getByLabel(/حدنا/).fill("٦٠٠٠٠");
	await dialog.getByLabel(/حد الشريك/).fill("45000");
	await save();
	await expect(talks.getByText(/منطقة الاتفاق الممكن/)).toContainText("45.000");
	const offer = async (side: "ours" | "theirs", amount: string) => {
		await talks.getByRole("button", { name: "إضافة عرض" }).click();
		await dialog.getByLabel("صاحب العرض").selectOption(side);
		await dialog.getByLabel(/المبلغ/).fill(amount);
		await save();
		await expect(dialog).toHaveCount(0);
	};
	await offer("ours", "30000");
	await offer("theirs", "70000");
	await offer("ours", "42000");
	await offer("theirs", "55000");
	const offers = talks.getByRole("table", { name: "العروض بحسب الجولات" });
	await expect(offers.getByRole("row").nth(3)).toContainText("12.000");
	await expect(offers.getByRole("row").nth(4)).toContainText("15.000");
	await expect(talks.getByText(/الفارق بين العرضين الأخيرين/)).toContainText("13.000");
	await expectWellMade(page, /الشركاء/);
	await expectOutline(page, "ar", "projectPartner");
	await talks.getByRole("button", { name: "إنهاء المفاوضة" }).click();
	await dialog.getByLabel(/المبلغ/).fill("50000");
	await save();
	await expect(talks.getByText(/انتهت في/)).toContainText("50.000");
	await expect(talks.getByRole("button", { name: "إضافة عرض" })).toHaveCount(0);

	const pacts = page.getByRole("region", { name: "الاتفاقيات والالتزامات" });
	await pacts.getByRole("button", { name: "إضافة اتفاقية" }).click();
	await dialog.getByLabel("عنوان الاتفاقية").fill("اتفاقية الجناح");
	await expect(dialog.getByLabel("الأطراف")).toHaveValue(/غرفة الصناعة التقليدية/);
	await date(dialog, "بداية السريان", ["1", "10", "2026"]);
	await date(dialog, /تاريخ التوقيع/, ["1", "10", "2026"]);
	await dialog.getByRole("button", { name: "إضافة التزام" }).click();
	await dialog.getByLabel("الالتزام", { exact: true }).fill("دفع القسط الأول");
	await date(dialog, "الأجل", ["1", "11", "2026"]);
	await expectWellMade(page, /الشركاء/);
	await save();
	await expect(pacts.getByText("سارية", { exact: true })).toBeVisible();
	const duty = pacts.getByRole("row", { name: /دفع القسط الأول/ });
	await expect(duty).toContainText("فات أجله");
	await duty.getByRole("button", { name: /تسوية الالتزام/ }).click();
	await save();
	await expect(duty).toContainText("موفى");
	await expect(duty.getByRole("button")).toHaveCount(0);

	// A partner one has dealings with stays, and the server says why.
	expectRefusal(409);
	await page.getByRole("button", { name: "حذف", exact: true }).click();
	const removal = page.getByRole("alertdialog");
	await removal.getByRole("button", { name: "حذف", exact: true }).click();
	await expect(removal.getByRole("alert")).toBeVisible();
});

test("two people edit one partner: the second is asked, and either version can win", async ({
	page,
	context,
	expectRefusal,
}) => {
	await signIn(page, "ar", "association", "/projects");
	await page.getByRole("link", { name: "ورشة الزرابي الجماعية" }).click();
	await page.getByRole("link", { name: "الشركاء" }).click();
	await page.getByRole("link", { name: "ثانوية الفنون" }).click();
	await page.getByRole("button", { name: "تعديل الشريك" }).click();
	const dialog = page.getByRole("dialog", { name: "تعديل الشريك" });
	await dialog.getByLabel(/ما الذي يقدمه؟/).fill("قاعة للتكوين");

	const other = await context.newPage();
	await other.goto(page.url());
	await other.getByRole("button", { name: "تعديل الشريك" }).click();
	const theirs = other.getByRole("dialog", { name: "تعديل الشريك" });
	await theirs.getByLabel("الاهتمام").selectOption("4");
	await theirs.getByRole("button", { name: "حفظ", exact: true }).click();
	await expect(theirs).toHaveCount(0);
	await other.close();

	expectRefusal(412);
	await dialog.getByRole("button", { name: "حفظ", exact: true }).click();
	const conflict = page.getByRole("alertdialog", { name: "سبقكم شخص آخر إلى الحفظ" });
	await conflict.getByRole("button", { name: "إغلاق" }).click();
	await expect(dialog.getByLabel(/ما الذي يقدمه؟/)).toHaveValue("قاعة للتكوين");
	await dialog.getByRole("button", { name: "حفظ", exact: true }).click();
	await conflict.getByRole("button", { name: "حفظ نسختي مكانها" }).click();
	await expect(dialog).toHaveCount(0);
	await expect(page.getByText("قاعة للتكوين")).toBeVisible();
});
