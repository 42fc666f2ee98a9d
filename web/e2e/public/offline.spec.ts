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
	// The words around the page are there.
	await expect(page.getByRole("link", { name: "انتقل إلى المحتوى" })).toBeAttached();
	await expectWellMade(page, /تعذر الاتصال/);
	const again = page.getByRole("button", { name: "إعادة المحاولة" });
	await expect(again).toBeVisible();
	// It opens by itself as soon as the connection carries, or else by the button.
	await context.setOffline(false);
	await expect(async () => {
		if (await again.isVisible()) await again.click({ timeout: 1000 });
		const heading = page.getByRole("heading", { level: 1, name: "التحقق من تسجيل جمعية" });
		await expect(heading).toBeVisible({ timeout: 3000 });
	}).toPass({ timeout: 20_000 });
});
