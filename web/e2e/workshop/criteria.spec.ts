import { expect, expectOutline, expectWellMade, test } from "../fixtures/page.ts";
import { leave, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("cash flows are typed and pasted, judged, drawn, and judged again by date", async ({
	page,
	expectRefusal,
}) => {
	const cell = (part: string, period: string) =>
		page.getByLabel(`\u2068${part}\u2069، \u2068${period}\u2069`, { exact: true });
	const figures = page.getByRole("region", { name: "أرقام الجدوى" });
	const figure = (name: string) =>
		figures.getByRole("term").filter({ hasText: name }).locator("xpath=..");
	const save = page.getByRole("button", { name: "حفظ التدفقات وحساب الجدوى" });
	const saved = page.getByText("حُفظت التدفقات وحُسبت الجدوى");
	await signIn(page, "ar", "association", "/projects/new");
	await page.getByLabel("اسم المشروع بالعربية").fill("فرن كهربائي للخزف");
	await page.getByRole("button", { name: "إنشاء المشروع" }).click();
	await page.getByRole("link", { name: "الجدوى المالية" }).click();
	await expect(page.getByText("لا تدفقات مالية بعد")).toBeVisible();
	await expectWellMade(page, /الجدوى المالية/);

	await page.getByLabel(/^اسم البند .*1/).fill("الفرن والتركيب");
	await cell("الفرن والتركيب", "الآن").fill("كثير");
	await save.click();
	await expect(page.getByRole("alert")).toContainText("خانة واحدة لا تُقرأ");
	await expect(cell("الفرن والتركيب", "الآن")).toHaveAttribute("aria-invalid", "true");
	await cell("الفرن والتركيب", "الآن").fill("-١٠٠٠٠٠٠");
	await cell("الفرن والتركيب", "الآن").press("Enter");
	const label = page.getByLabel(/^اسم البند .*2/);
	await expect(label).toBeFocused();
	await label.fill("المداخيل");
	await cell("المداخيل", "الآن").evaluate((input) => {
		const data = new DataTransfer();
		data.setData("text/plain", "0\t500000\t500000\t500000");
		input.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
	});
	await page.getByLabel("معدل الخصم (%)").fill("10");
	// What is typed is still there after a reload.
	await page.reload();
	await expect(cell("المداخيل", "الفترة 3")).toHaveValue("500000");
	await save.click();
	await expect(saved).toBeVisible();

	await expect(figure("(NPV)")).toContainText("243.426");
	await expect(figure("(IRR)")).toContainText("23,38");
	await expect(figure("مدة الاسترداد").first()).toContainText("فترتان");
	await expect(figure("(PI)")).toContainText("1,24");
	await expect(page.getByRole("img", { name: /حساسية صافي القيمة/ })).toBeVisible();
	const evens = page.getByRole("region", { name: "نقطة التعادل" }).first();
	await expect(evens.getByRole("row", { name: /المداخيل/ })).toContainText(/نقص بنسبة.*19,58/);
	await expectWellMade(page, /الجدوى المالية/);
	await expectOutline(page, "ar", "projectCriteria");
	await page.getByLabel("مقدار التغيير نقصا وزيادة").selectOption("50");
	const tornado = page.getByRole("figure", { name: /بنسبة .*50/ });
	await tornado.getByRole("button", { name: "عرض الجدول" }).click();
	await expect(tornado.getByRole("row", { name: /المداخيل/ })).toContainText("-378.287");

	// Somebody else saves first; what was typed here can be kept.
	const other = await page.context().newPage();
	await other.goto(page.url());
	await other.getByLabel("معدل الخصم (%)").fill("9");
	await other.getByRole("button", { name: "حفظ التدفقات وحساب الجدوى" }).click();
	await expect(other.getByText("حُفظت التدفقات وحُسبت الجدوى")).toBeVisible();
	await other.close();
	expectRefusal(412);
	await cell("المداخيل", "الآن").fill("-5");
	for (const period of [1, 2, 3]) await cell("المداخيل", `الفترة ${period}`).fill("");
	await save.click();
	const conflict = page.getByRole("alertdialog", { name: "سبقكم شخص آخر إلى الحفظ" });
	await conflict.getByRole("button", { name: "حفظ نسختي مكانها" }).click();
	// Money that never comes back has no rate of return, and the page says why.
	await expect(figure("(IRR)")).toContainText("لا تتغير إشارة التدفقات");
	await expect(figure("مدة الاسترداد").first()).toContainText("لا يُسترجع المال");

	const dated = page.getByRole("region", { name: "تدفقات بتواريخها" });
	const flows = [
		["1", "01", "2026", "-1000000"],
		["1", "01", "2027", "1100000"],
	] as const;
	for (const [index, [day, month, year, amount]] of flows.entries()) {
		const row = dated.getByRole("listitem").nth(index);
		await row.getByLabel("اليوم").fill(day);
		await row.getByLabel("الشهر").selectOption(month);
		await row.getByLabel("السنة").fill(year);
		await row.getByLabel(/^مبلغ التدفق/).fill(amount);
	}
	await dated.getByLabel("معدل الخصم السنوي (%)").fill("10");
	await dated.getByRole("button", { name: "حساب" }).click();
	await expect(dated.getByRole("status")).toContainText(
		/XNPV.*\u20680\u2069 د.ج.*XIRR.*\u206810\u2069 %/s,
	);
	const address = page.url();

	await leave(page);
	await signIn(page, "ar", "chamber", new URL(address).pathname.replace("/ar", ""));
	await expect(figure("(IRR)")).toContainText("لا تتغير إشارة التدفقات");
	await expect(save).toHaveCount(0);
});
