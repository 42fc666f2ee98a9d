import { actAs, announce, dayIn, instantIn, rewrite } from "../fixtures/calls.ts";
import { apply } from "../fixtures/commission.ts";
import { inArabic } from "../fixtures/fields.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("an association deletes a draft with the keyboard alone, and what was handed in only takes back", async ({
	page,
}) => {
	const name = `معرض المسودات ${Date.now()}`;
	const chamber = await actAs(page, "chamber");
	const event = await announce(chamber, name, {});
	const own = await actAs(page, "association");
	const { id } = await own("POST", `/events/${event}/applications`, { wishes: "قرب المدخل" });
	await signIn(page, "ar", "association", `/applications/${id}`);
	const remove = page.getByRole("button", { name: "حذف المسودة" });
	const dialog = page.getByRole("alertdialog");
	await page.getByLabel("رغباتكم").fill("قرب النافذة");
	await remove.focus();
	await page.keyboard.press("Enter");
	await expect(dialog).toContainText("يُحذف الطلب وصوره نهائيا");
	await expectWellMade(page, /طلب مشاركة/);
	await page.keyboard.press("Escape");
	await expect(dialog).toHaveCount(0);
	await expect(remove).toBeFocused();
	await page.keyboard.press("Enter");
	const sure = dialog.getByRole("button", { name: "حذف المسودة" });
	for (let turn = 0; turn < 4; turn += 1) {
		if (await sure.evaluate((one) => one === document.activeElement)) break;
		await page.keyboard.press("Tab");
	}
	await expect(sure).toBeFocused();
	await page.keyboard.press("Enter");
	await expect(page).toHaveURL(/\/my-applications$/);
	await expect(page.getByText("حُذفت المسودة")).toBeVisible();
	await expect(page.getByRole("row", { name: new RegExp(name) })).toHaveCount(0);
	await expectWellMade(page, /طلبات المشاركة/);
	expect(await page.evaluate((one) => localStorage.getItem(`application:${one}`), id)).toBeNull();

	// Another is begun; what was handed in is taken back and not deleted.
	await page.goto(`/ar/events/${event}`);
	await page.getByRole("button", { name: "تقديم طلب مشاركة" }).click();
	await expect(remove).toBeVisible();
	await expect(page.getByLabel("رغباتكم")).toHaveValue("");
	const begun = page.url().split("/").at(-1);
	await own("PATCH", `/event-applications/${begun}`, {
		exhibitors: [{ name: "نادية حداد" }],
		products: [{ name: { ar: "صحن" }, craft_sector: "02" }],
	});
	await own("POST", `/event-applications/${begun}/submission`, undefined);
	await page.reload();
	await expect(page.getByRole("button", { name: "سحب الطلب" })).toBeVisible();
	await expect(remove).toHaveCount(0);
});

test("a draft handed in from another window is not deleted, and the page says where it stands", async ({
	page,
	expectRefusal,
}) => {
	expectRefusal(409);
	const event = await announce(await actAs(page, "chamber"), "معرض نافذتين", {});
	const own = await actAs(page, "association");
	const { id } = await own("POST", `/events/${event}/applications`, {
		exhibitors: [{ name: "نادية حداد" }],
		products: [{ name: { ar: "صحن" }, craft_sector: "02" }],
	});
	await signIn(page, "ar", "association", `/applications/${id}`);
	await page.getByRole("button", { name: "حذف المسودة" }).click();
	await own("POST", `/event-applications/${id}/submission`, undefined);
	await page.getByRole("alertdialog").getByRole("button", { name: "حذف المسودة" }).click();
	const situation = page.getByRole("region", { name: "وضعية الطلب" });
	await expect(situation).toContainText("أودع الطلب، وهو مستوفٍ لشروط النداء");
	await expect(page.getByRole("alertdialog")).toHaveCount(0);
});

test("one's applications show days, what is left to do and who wrote last, from the list alone", async ({
	page,
}) => {
	const name = `معرض القائمة ${Date.now()}`;
	const chamber = await actAs(page, "chamber");
	const event = await announce(chamber, name, {});
	const own = await actAs(page, "association");
	const id = await apply(own, event, "صحن");
	const letter = (text: string) =>
		["POST", `/event-applications/${id}/messages`, { text }] as const;
	await chamber(...letter("أحضروا عينة."));
	const asked: string[] = [];
	page.on("request", (request) => {
		const { pathname } = new URL(request.url());
		if (/^\/api\/v1\/(event|events)\b/.test(pathname) || pathname.includes("event-applications"))
			asked.push(pathname);
	});
	await signIn(page, "ar", "association", "/my-applications");
	const row = page.getByRole("row", { name: new RegExp(name) });
	await expect(row).toContainText("يمكنكم تعديله حتى");
	await expect(row).toContainText("رسالة من المنظمين");
	const year = dayIn(60).slice(0, 4);
	await expect(row.getByRole("cell").nth(0)).toContainText(year);
	await expectWellMade(page, /طلبات المشاركة/);
	expect(new Set(asked)).toEqual(new Set(["/api/v1/event-applications"]));

	await own(...letter("سنفعل."));
	await page.reload();
	await expect(row).toContainText("يمكنكم تعديله حتى");
	await expect(row).not.toContainText("رسالة من المنظمين");
});

test("who applies for an awareness day is not asked about a stand", async ({ page }) => {
	const chamber = await actAs(page, "chamber");
	const { id: event } = await chamber("POST", "/events", {
		kind: "awareness_day",
		scale: "local",
		name: { ar: "يوم تحسيسي بلا أجنحة" },
		place: { commune_code: "1601", venue: { ar: "دار الثقافة" } },
		starts_on: dayIn(60),
		ends_on: dayIn(60),
	});
	await chamber("POST", `/events/${event}/publication`, {});
	await rewrite(chamber, event, { closes_at: instantIn(20) });
	await signIn(page, "ar", "association", `/events/${event}`);
	await page.getByRole("button", { name: "تقديم طلب مشاركة" }).click();
	await page.getByLabel("الاسم واللقب").fill("نادية حداد");
	await page.getByLabel(inArabic("اسم المنتج")).fill("جرة مزخرفة");
	await page.getByLabel("فرع النشاط").selectOption({ index: 2 });
	await page.getByLabel("الإيواء").fill("2");
	const content = page.getByRole("form", { name: "محتوى الطلب" });
	await expect(content).toContainText("ما تحتاجونه");
	await expect(content).toContainText("المشاركون");
	await expect(content).not.toContainText(/جناح|العارض|الجوار/);
	for (const word of ["المساحة", "القدرة الكهربائية", "ماء", "نار أو فرن"])
		await expect(content.getByLabel(word, { exact: true })).toHaveCount(0);
	await expectWellMade(page, /طلب مشاركة/);
	await page.getByRole("button", { name: "إيداع الطلب" }).click();
	await expect(page.getByRole("region", { name: "وضعية الطلب" })).toContainText(
		"أودع الطلب، وهو مستوفٍ لشروط النداء",
	);
});
