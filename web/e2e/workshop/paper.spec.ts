import { expect, test } from "../fixtures/page.ts";
import { signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

const PROJECT = "ورشة الزرابي الجماعية";

test("the value proposition and the network go on paper alone, under the name of their project", async ({
	page,
}) => {
	await page.addInitScript(() => {
		window.print = () => document.documentElement.setAttribute("data-printed", "");
	});
	await signIn(page, "ar", "association", `/projects?q=${encodeURIComponent("ورشة الزرابي")}`);
	await page.getByRole("link", { name: PROJECT }).first().click();
	await page.getByRole("link", { name: "عرض القيمة", exact: true }).click();
	const beneficiaries = page.getByRole("article").first();
	await expect(beneficiaries).toBeVisible();
	const head = page.getByRole("main").getByText(PROJECT, { exact: true });
	await expect(head).toBeHidden();
	await page.getByRole("button", { name: "طباعة اللوحة" }).click();
	await page.emulateMedia({ media: "print" });
	await expect(head).toBeVisible();
	await expect(beneficiaries).toBeVisible();
	await expect(page.getByRole("banner")).toBeHidden();
	await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
	expect((await page.pdf({ preferCSSPageSize: true })).toString("latin1")).toMatch(
		/MediaBox \[0 0 841\.\d+ 59\d\.\d+\]/,
	);

	await page.emulateMedia({ media: null });
	await page.getByRole("link", { name: "الأنشطة والجدول الزمني", exact: true }).click();
	await page.getByRole("button", { name: "طباعة الشبكة" }).click();
	await expect(page.locator("html")).toHaveAttribute("data-printed");
	// Drawn at the size of the paper, however long it is.
	const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
	expect(paper.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
	expect(paper).toMatch(/MediaBox \[0 0 841\.\d+ 59\d\.\d+\]/);
	// Afterwards the page is whole again, on paper too.
	await page.emulateMedia({ media: "print" });
	await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
