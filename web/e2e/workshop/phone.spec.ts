import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { signIn } from "../fixtures/session.ts";

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the wanted fixtures from the pattern
test.beforeEach(({}, info) => {
	test.skip(info.project.name !== "ar-mobile", "long pages are folded on a phone alone");
});

test("on a phone the long pages of a project are folded, and a table scrolls inside itself", async ({
	page,
}) => {
	const height = () => page.evaluate(() => document.documentElement.scrollHeight);
	await signIn(page, "ar", "association", "/projects");
	await page.getByRole("link", { name: "ورشة الزرابي الجماعية" }).click();
	await page.getByRole("link", { name: "الأنشطة والجدول الزمني" }).click();
	await expect(page.getByRole("img", { name: /مخطط غانت/ })).toBeVisible();
	await expect(page.getByRole("link", { name: "الأنشطة والجدول الزمني" })).toBeInViewport();
	await expectWellMade(page, /الأنشطة والجدول الزمني/);
	await expect.poll(height).toBeLessThan(3000);

	const figures = page.getByRole("table", { name: "أرقام الجدول الزمني" });
	const opener = page.getByRole("button", { name: "أرقام الجدول الزمني" });
	await expect(opener).toHaveAttribute("aria-expanded", "false");
	await expect(figures).toBeHidden();
	await opener.press("Enter");
	const last = figures.getByRole("columnheader", { name: "الهامش الحر بالأيام" });
	await expect(last).not.toBeInViewport();
	await last.scrollIntoViewIfNeeded();
	await expect(last).toBeInViewport();
	await expect(figures.getByRole("rowheader", { name: /دراسة الجدوى/ })).toBeInViewport();
	await expectWellMade(page, /الأنشطة والجدول الزمني/);

	await page.getByRole("link", { name: "الميزانية والقيمة المكتسبة" }).click();
	await expect(page.getByRole("img", { name: /المنحنى S/ })).toBeVisible();
	await expect.poll(height).toBeLessThan(3400);
	await page.getByRole("button", { name: "بنود الكلفة", exact: true }).click();
	const line = page.getByRole("button", { name: /خدمات.*طلب التمويل/ });
	await line.click();
	await expect(page.getByLabel("مبلغ ثابت").nth(1)).toHaveValue("45000");
	await expectWellMade(page, /الميزانية والقيمة المكتسبة/);
});

test("on a phone the blocks of the business model are folded: their names say how many notes they hold", async ({
	page,
}) => {
	await signIn(page, "ar", "association", "/projects");
	await page.getByRole("link", { name: "ورشة الزرابي الجماعية" }).click();
	await page.getByRole("link", { name: "نموذج العمل الجماعي" }).click();
	const block = page.getByRole("region", { name: "القنوات", exact: true });
	const opener = block.getByRole("heading", { level: 2 }).getByRole("button", { name: /القنوات/ });
	await expect(opener).toContainText(/ورق/);
	await expect(opener).toHaveAttribute("aria-expanded", "false");
	await expect(block.getByRole("list")).toBeHidden();
	await expectWellMade(page, /نموذج العمل الجماعي/);
	await expect
		.poll(() => page.evaluate(() => document.documentElement.scrollHeight))
		.toBeLessThan(1900);

	await opener.press("Enter");
	await expect(opener).toHaveAttribute("aria-expanded", "true");
	await expect(block.getByRole("list")).toBeVisible();
	await page.keyboard.press("Tab");
	await expect(block.getByRole("button", { name: /تعديل أو نقل/ }).first()).toBeFocused();
	await expectWellMade(page, /نموذج العمل الجماعي/);
	await opener.press("Space");
	await expect(block.getByRole("list")).toBeHidden();
	// On paper nothing is folded.
	await page.emulateMedia({ media: "print" });
	await expect(block.getByRole("list")).toBeVisible();
});
