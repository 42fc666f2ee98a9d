import { actAs, announce, instantIn, rewrite } from "../fixtures/calls.ts";
import { apply, CRITERIA, shareOut } from "../fixtures/commission.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { png } from "../fixtures/picture.ts";
import { leave, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("an association shows a product in pictures; organisers and reviewers see them", async ({
	page,
	expectRefusal,
}) => {
	test.setTimeout(60_000);
	expectRefusal(422);
	const chamber = await actAs(page, "chamber");
	const call = { capacity: 2, criteria: CRITERIA };
	const event = await announce(chamber, "معرض الصور", call);
	const id = await apply(await actAs(page, "association"), event, "صحن");
	const pictures = page.getByRole("region", { name: "صور المنتجات" });
	const shown = pictures.getByRole("img", { name: /^الصورة .?1.?: .?صحن/ });
	/** Not only there, but drawn. */
	const expectDrawn = async () => {
		await pictures.getByRole("listitem").first().scrollIntoViewIfNeeded();
		await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(60);
	};

	await signIn(page, "ar", "association", `/applications/${id}`);
	await expect(pictures).toContainText("لم تُضف أي صورة");
	await pictures.getByText("إضافة صورة", { exact: true }).click();
	await expect(pictures.getByLabel("المنتج")).toHaveValue(/./);
	const file = pictures.getByLabel("ملف الصورة");
	const send = pictures.getByRole("button", { name: "إرسال الصورة" });
	// What is no picture is refused at its field, and stays chosen.
	await file.setInputFiles({ ...png("صحن.png"), buffer: Buffer.from("؟") });
	await send.click();
	await expect(file).toHaveAttribute("aria-invalid", "true");
	await expect(pictures.getByText("صحن.png")).toBeVisible();
	for (const name of ["صحن.png", "خطأ.png"]) {
		await file.setInputFiles(png(name));
		await send.click();
		await expect(pictures.getByRole("listitem").filter({ hasText: name })).toBeVisible();
	}
	await expectDrawn();
	await expectWellMade(page, /طلب مشاركة/);
	await pictures.getByRole("button", { name: /^حذف .*الصورة .?2/ }).click();
	await page
		.getByRole("alertdialog", { name: /الصورة .?2/ })
		.getByRole("button", { name: "حذف" })
		.click();
	await expect(pictures.getByRole("listitem")).toHaveCount(1);
	await leave(page);

	await signIn(page, "ar", "chamber", `/applications/${id}`);
	await expectDrawn();
	await expect(pictures.getByRole("button")).toHaveCount(1);
	await expect(pictures.getByText("إضافة صورة")).toHaveCount(0);
	await expectWellMade(page, /جمعية/);
	await leave(page);

	await rewrite(chamber, event, { ...call, closes_at: instantIn(0, -1) });
	await shareOut(page, chamber, event);
	const trainer = await actAs(page, "trainer");
	const { items } = await trainer("GET", `/event-reviews?event_id=${event}`, undefined);
	await signIn(page, "ar", "trainer", `/my-reviews/${items[0]?.id}`);
	await expectDrawn();
	await expect(pictures.getByText("صحن.png")).toHaveCount(0);
	const saved = page.waitForEvent("download");
	await pictures.getByRole("button", { name: /^تنزيل/ }).click();
	expect((await saved).suggestedFilename()).toBe("picture-1.png");
	await expectWellMade(page, /طلب/);
});

test("a picture stays with its product when another leaves the list", async ({ page }) => {
	const event = await announce(await actAs(page, "chamber"), "معرض القطع", {});
	const own = await actAs(page, "association");
	const { id } = await own("POST", `/events/${event}/applications`, {
		products: ["صحن", "جرة"].map((ar) => ({ name: { ar }, craft_sector: "02" })),
	});
	await signIn(page, "ar", "association", `/applications/${id}`);
	const pictures = page.getByRole("region", { name: "صور المنتجات" });
	await pictures.getByText("إضافة صورة", { exact: true }).click();
	await pictures.getByLabel("المنتج").selectOption({ label: "جرة" });
	await pictures.getByLabel("ملف الصورة").setInputFiles(png("قطعة.png"));
	await pictures.getByRole("button", { name: "إرسال الصورة" }).click();
	const shown = pictures.getByRole("img");
	await expect(shown).toHaveAccessibleName(/^الصورة .?1.?: .?جرة/);
	const form = page.getByRole("form", { name: "محتوى الطلب" });
	const takeOff = async (product: string) => {
		await form
			.getByRole("group", { name: product, exact: true })
			.getByRole("button", { name: "حذف" })
			.click();
		await page.getByRole("button", { name: "حفظ المسودة" }).click();
		await expect(form.getByRole("group", { name: product, exact: true })).toHaveCount(0);
	};
	await takeOff("صحن");
	await expect(pictures.getByLabel("المنتج").getByRole("option")).toHaveText([
		"دون منتج معين",
		"جرة",
	]);
	await expect(shown).toHaveAccessibleName(/^الصورة .?1.?: .?جرة/);
	// Without its product it is there all the same.
	await takeOff("جرة");
	await expect(shown).toHaveAccessibleName(/دون منتج معين/);
	await expectWellMade(page, /طلب مشاركة/);
});
