import { expect, expectOutline, expectWellMade, test } from "../fixtures/page.ts";
import { signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("an officer reads a file as it was on a day, sees that it is past, and comes back", async ({
	page,
	expectRefusal,
}) => {
	expectRefusal(404);
	await signIn(page, "ar", "chamber", "/review?tab=verified");
	await page.getByRole("rowheader").getByRole("link").first().click();
	const history = page.getByRole("region", { name: "مسار الملف" });
	const first =
		(await history.getByRole("listitem").last().locator("time").getAttribute("datetime")) ?? "";
	const day = history.getByRole("group", { name: "الملف كما كان في يوم" });
	const show = page.getByRole("button", { name: "عرض الملف في ذلك اليوم" });

	// An unfinished day is not a day.
	await day.getByLabel("السنة").fill("2026");
	await show.click();
	await expect(history.getByText("هذا التاريخ غير صحيح")).toBeVisible();

	const pick = async (date: string) => {
		const [year = "", month = "", number = ""] = date.slice(0, 10).split("-");
		await day.getByLabel("اليوم").fill(number);
		await day.getByLabel("الشهر").selectOption(month);
		await day.getByLabel("السنة").fill(year);
		await show.click();
	};
	await pick(first);
	await expect(page).toHaveURL(new RegExp(`as_of=${first.slice(0, 10)}$`));
	await expect(page.getByRole("alert")).toContainText("حالة سابقة");
	await expect(page.getByRole("button", { name: "توقيف التسجيل" })).toHaveCount(0);
	await expect(page.getByRole("link", { name: "تعديل", exact: true })).toHaveCount(0);
	await expectWellMade(page, /كما كانت في/);
	await expectOutline(page, "ar", "past");

	// Before the file began there is nothing to show.
	await pick("1962-07-05");
	await expect(page.getByRole("alert")).toContainText("لم يكن لهذا الملف وجود");

	await page.getByRole("link", { name: "العودة إلى الحالة الحالية" }).click();
	await expect(page.getByRole("button", { name: "توقيف التسجيل" })).toBeVisible();
});
