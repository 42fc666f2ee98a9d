import { expect, expectOutline, expectWellMade, test } from "../fixtures/page.ts";
import { signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("variances are explained before the next report; the report moves the figures", async ({
	page,
	expectRefusal,
}) => {
	await signIn(page, "ar", "association", "/projects");
	await page.getByRole("link", { name: "ورشة الزرابي الجماعية" }).click();
	await page.getByRole("link", { name: "الميزانية والقيمة المكتسبة" }).click();
	await expect(page.getByRole("img", { name: /المنحنى S/ })).toBeVisible();
	await expectWellMade(page, /الميزانية والقيمة المكتسبة/);
	await expectOutline(page, "ar", "projectBudget");

	expectRefusal(409);
	const report = async () => {
		await page.getByRole("button", { name: "تقرير تقدم جديد" }).click();
		const form = page.getByRole("dialog", { name: "تقرير تقدم جديد" });
		await form.getByRole("listitem").nth(4).getByLabel("نسبة الإنجاز").fill("٦٠");
		await form.getByRole("listitem").nth(4).getByLabel("المصروف بالدينار").fill("12000");
		await form.getByRole("button", { name: "حفظ التقرير" }).click();
		return form;
	};
	const refused = await report();
	await expect(refused.getByRole("alert")).toContainText("اشرحها قبل التقرير الجديد");
	await refused.getByRole("button", { name: "إلغاء" }).click();

	const open = page.getByRole("button", { name: /^شرح الانحراف:/ });
	for (let left = await open.count(); left > 0; left -= 1) {
		await open.first().click();
		const dialog = page.getByRole("dialog");
		await dialog.getByLabel("السبب").fill("تأخر تسليم المحل");
		await dialog.getByRole("button", { name: "شرح الانحراف" }).click();
		await expect(open).toHaveCount(left - 1);
	}
	await expect(page.getByText("مشروح").first()).toBeVisible();
});
