import { expect, expectOutline, expectWellMade, test } from "../fixtures/page.ts";
import { leave, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

const LIST = [
	"code,name_ar,name_fr,name_en",
	"0700001,صناعة السروج,Sellerie,Saddlery",
	"0700002,دباغة الجلود التقليدية,Tannage traditionnel,Traditional tanning",
	"0500001,نسيج الزرابي,Tissage de tapis,Carpet weaving",
].join("\n");

test("the ministry loads the activities; a chamber picks one and the commune's point, and reads both", async ({
	page,
}) => {
	await signIn(page, "ar", "ministry", "/reference?tab=activities");
	await page.getByRole("button", { name: "استيراد النشاطات" }).click();
	const dialog = page.getByRole("dialog", { name: "استيراد النشاطات" });
	await dialog.locator("input[type=file]").setInputFiles({
		name: "activities.csv",
		mimeType: "text/csv",
		buffer: Buffer.from(LIST, "utf8"),
	});
	await dialog.getByLabel(/النص المستند إليه/).fill("قائمة الاختبار");
	await dialog
		.getByRole("button", { name: /تحميل|استيراد/ })
		.last()
		.click();
	await expect(page.getByRole("rowheader", { name: /صناعة السروج/ })).toBeVisible();

	await leave(page);
	await signIn(page, "ar", "chamber", "/review?tab=draft");
	await page.getByRole("rowheader").getByRole("link").first().click();
	await page.getByRole("link", { name: "تعديل", exact: true }).click();

	await page.getByRole("button", { name: "المقر" }).click();
	await page.getByLabel(/خط العرض/).fill("٤٠");
	await page.getByLabel(/خط الطول/).fill("3");
	await page.getByRole("button", { name: "متابعة" }).click();
	await expect(page.getByText(/يُكتب خط العرض بالدرجات، من 18 إلى 38/).first()).toBeVisible();
	await expect(page.getByLabel(/خط العرض/)).toHaveValue("٤٠");
	await page.getByRole("button", { name: "استعمال موقع البلدية" }).click();
	await expect(page.getByLabel(/خط العرض/)).toHaveValue(/^3\d\.\d+$/);
	await page.getByRole("button", { name: "متابعة" }).click();

	await page.getByLabel("العمل على الجلود", { exact: true }).check();
	const activities = page.getByRole("group", { name: /النشاطات الحرفية/ });
	await activities.getByRole("searchbox").fill("دباغه");
	await expect(activities.getByText("نشاط واحد")).toBeVisible();
	await activities.getByLabel("دباغة الجلود التقليدية").check();
	await expect(activities.getByRole("list", { name: "النشاطات المختارة" })).toContainText("دباغة");
	await expectWellMade(page, /تعديل ملف الجمعية/);
	await expectOutline(page, "ar", "editing");

	// What was picked is there again after the page was closed.
	await page.reload();
	await page.getByRole("button", { name: "الحرف", exact: true }).click();
	await expect(page.getByRole("list", { name: "النشاطات المختارة" })).toContainText("دباغة");
	await page.getByRole("button", { name: "وسائل الاتصال" }).click();
	await page.getByRole("button", { name: "حفظ" }).click();
	await expect(page).toHaveURL(/\/review\//);
	await expect(page.getByRole("region", { name: "فروع النشاط" })).toContainText(
		"دباغة الجلود التقليدية",
	);
	await expect(page.getByRole("region", { name: "المقر ومجال النشاط" })).toContainText("شمالا");
});
