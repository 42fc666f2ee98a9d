import { expect, expectWellMade } from "../fixtures/page.ts";
import { test } from "../fixtures/rooms.ts";

test("a visitor finds the programme of the presidents and its modules", async ({
	page,
	language,
}) => {
	test.skip(language !== "ar", "told in Arabic; the pages are looked at in French below");
	await page.goto("/ar");
	await page.getByRole("main").getByRole("link", { name: "المقررات التكوينية" }).click();
	await expectWellMade(page, /المقررات التكوينية/);
	// Any spelling will do, and a tool narrows it.
	await page.getByLabel("اسم المقرر أو الوحدة").fill("رؤسا");
	await expect(page).toHaveURL(/q=/);
	await page
		.getByRole("combobox", { name: "أداة ورشة المشاريع" })
		.selectOption({ label: "القيمة المكتسبة" });
	const found = page.getByRole("article").filter({ hasText: "برنامج رؤساء الجمعيات الحرفية" });
	await expect(found).toContainText("38 ساعة");
	await expect(found).toContainText(/\u2068?6\u2069? وحدات/);
	await found.getByRole("link").click();

	await expectWellMade(page, /برنامج رؤساء الجمعيات الحرفية/);
	const modules = page.getByRole("region", { name: "الوحدات" });
	await expect(modules.getByRole("heading", { level: 3 })).toHaveCount(6);
	await expect(modules.getByRole("listitem").first()).toContainText("نموذج العمل الجماعي");
	await expect(modules.getByRole("listitem").first()).toContainText("6 ساعات");
	await expect(modules).toContainText("التطبيق في مشروع الجمعية");
	await page
		.getByRole("link", { name: /النسخة/ })
		.last()
		.click();
	await expect(page).toHaveURL(/version=1/);
	await expect(page.getByText(/المنشورة في/)).toBeVisible();
	await page.getByRole("link", { name: "عرض المقرر كما هو الآن" }).click();
	await expect(page).not.toHaveURL(/version/);
	// Cohorts are in one calendar with the events.
	await page.goto("/ar/cohorts?wilaya=16");
	await expect(page.getByRole("link", { name: "الاشتراك في الرزنامة" })).toHaveAttribute(
		"href",
		/^webcal:.*events\/calendar\?language=ar&wilaya=16$/,
	);
});

for (const [path, arabic, french] of [
	["/courses", /المقررات التكوينية/, /Cours de formation/],
	["/courses?q=zzzz", /المقررات التكوينية/, /Cours de formation/],
	["/cohorts", /الدورات التكوينية/, /Sessions de formation/],
	["/cohorts?wilaya=33&when=all", /الدورات التكوينية/, /Sessions de formation/],
] as const) {
	test(`${path} is well made`, async ({ page, language }) => {
		await page.goto(`/${language}${path}`);
		await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
		await expectWellMade(page, language === "ar" ? arabic : french);
	});
}
