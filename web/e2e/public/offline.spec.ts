import { expect, expectWellMade, test } from "../fixtures/page.ts";

test.skip(({ language }) => language !== "ar", "one language is enough for the story");

test("a page that was not fetched before says that there is no connection, and opens once there is one", async ({
	page,
	context,
	expectOffline,
}) => {
	expectOffline();
	await page.goto("/ar/");
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
	});
	await page.reload();
	await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
	await context.setOffline(true);
	await page.goto("/ar/verify");
	await expect(page.getByRole("alert").getByText("تعذر الاتصال بالخادم")).toBeVisible();
	await expect(page.getByRole("navigation", { name: "التنقل الرئيسي" })).toBeAttached();
	await expectWellMade(page, /تعذر الاتصال/);
	await expect(page.getByRole("button", { name: "إعادة المحاولة" })).toBeVisible();
	// It opens by itself, as the button would have it.
	await context.setOffline(false);
	await expect(
		page.getByRole("heading", { level: 1, name: "التحقق من تسجيل جمعية" }),
	).toBeVisible();
});
