import { actAs, announce } from "../fixtures/calls.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { png } from "../fixtures/picture.ts";
import { leave, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("organisers add a poster and documents to an event; everybody sees and downloads them", async ({
	page,
	expectRefusal,
}) => {
	expectRefusal(422);
	const event = await announce(await actAs(page, "chamber"), "معرض الملصق", {});
	await signIn(page, "ar", "chamber", `/events/${event}`);
	const desk = page.getByRole("region", { name: "الملصق والوثائق" });
	const rows = desk.getByRole("listitem");
	await expect(desk).toContainText("لم تُرفق أي وثيقة");
	await desk.getByText("إضافة وثيقة", { exact: true }).click();
	const kind = desk.getByLabel("نوع الوثيقة");
	const file = desk.getByLabel("الملف", { exact: true });
	const send = desk.getByRole("button", { name: "إرسال" });
	await expect(kind).toHaveValue("poster");
	// A poster that is no picture is refused at its field, and stays chosen.
	await file.setInputFiles({ ...png("ملصق.png"), buffer: Buffer.from("؟") });
	await send.click();
	await expect(file).toHaveAttribute("aria-invalid", "true");
	await expect(desk.getByText("ملصق.png")).toBeVisible();
	await file.setInputFiles(png("ملصق.png"));
	await send.click();
	await expect(rows.filter({ hasText: "ملصق.png" })).toBeVisible();
	await kind.selectOption("document");
	for (const [index, name] of ["مخطط.png", "خطأ.png"].entries()) {
		await file.setInputFiles(png(name));
		await send.click();
		await expect(rows).toHaveCount(index + 2);
	}
	await desk.getByRole("button", { name: /^حذف .*خطأ/ }).click();
	await page.getByRole("alertdialog").getByRole("button", { name: "حذف" }).click();
	await expect(rows).toHaveCount(2);
	await expectWellMade(page, /معرض الملصق/);
	await leave(page);

	await page.goto(`/ar/events/${event}`);
	await expect(desk).toHaveCount(0);
	const poster = page.getByRole("img", { name: /^ملصق .*معرض الملصق.*دار الثقافة/ });
	await poster.scrollIntoViewIfNeeded();
	await expect.poll(() => poster.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(60);
	// Its place is that of a poster, whatever the picture is.
	const { width, height } = (await poster.locator("..").boundingBox()) ?? { width: 1, height: 0 };
	expect(height / width).toBeCloseTo(Math.SQRT2, 2);
	const documents = page.getByRole("list", { name: "وثائق للتنزيل" }).getByRole("listitem");
	await expect(documents).toHaveCount(1);
	const saved = page.waitForEvent("download");
	await documents.getByRole("button", { name: /^تنزيل .*مخطط/ }).click();
	expect((await saved).suggestedFilename()).toBe("مخطط.png");
	await expectWellMade(page, /معرض الملصق/);
});
