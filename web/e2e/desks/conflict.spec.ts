import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { around, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("two officers edit one file: the second sees both versions and chooses", async ({
	page,
	context,
	expectRefusal,
}) => {
	expectRefusal(412);
	await signIn(page, "ar", "chamber", "/review?tab=returned");
	await page.getByRole("rowheader").getByRole("link").first().click();
	await expect(page.getByRole("link", { name: "تعديل", exact: true })).toBeVisible();
	const edit = await page.getByRole("link", { name: "تعديل", exact: true }).getAttribute("href");
	if (!edit) throw new Error("the file cannot be edited");

	// The second officer begins, then the first one saves.
	await page.goto(edit);
	await page.getByLabel(/المختصر/).fill("الثاني");
	const first = await context.newPage();
	await first.goto("/ar/");
	await first.evaluate(() => {
		for (const key of Object.keys(localStorage)) {
			if (key.startsWith("draft:")) localStorage.removeItem(key);
		}
	});
	await first.goto(edit);
	await first.getByLabel(/المختصر/).fill("الأول");
	await first.getByLabel(/الاسم بالإنجليزية/).fill("Written by the first");
	await first.getByRole("button", { name: "وسائل الاتصال" }).click();
	await first.getByRole("button", { name: "حفظ" }).click();
	await expect(first).toHaveURL(/\/review\//);
	await first.close();

	await page.getByRole("button", { name: "وسائل الاتصال" }).click();
	await page.getByRole("button", { name: "حفظ" }).click();
	const dialog = page.getByRole("dialog", { name: "عُدّل هذا الملف أثناء كتابتكم" });
	await expect(dialog.getByRole("row", { name: /المختصر/ })).toContainText("الأول");
	await expect(dialog.getByRole("row", { name: /المختصر/ })).toContainText("الثاني");
	// What only the first has changed stays theirs, without being asked for.
	await expect(dialog.getByLabel(around("القيمة المحتفظ بها في", "المختصر"))).toHaveValue("mine");
	await expect(dialog.getByLabel(around("القيمة المحتفظ بها في", "الاسم بالإنجليزية"))).toHaveValue(
		"theirs",
	);
	await expectWellMade(page, /تعديل ملف الجمعية/);
	await dialog.getByRole("button", { name: "حفظ ما اخترته" }).click();
	await expect(page).toHaveURL(/\/review\//);
	await expect(page.getByText("الثاني", { exact: true })).toBeVisible();
	await expect(page.getByText("Written by the first", { exact: true })).toBeVisible();
});
