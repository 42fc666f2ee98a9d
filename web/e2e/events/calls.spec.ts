import type { Page } from "@playwright/test";
import { actAs, announce, dayIn, instantIn } from "../fixtures/calls.ts";
import { fillDay, inArabic } from "../fixtures/fields.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { leave, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

async function publish(page: Page, name: string) {
	await page.getByLabel(inArabic("اسم التظاهرة")).fill(name);
	await page.getByLabel("نوع التظاهرة").selectOption("salon");
	await page.getByLabel("نطاق التظاهرة").selectOption("local");
	await page.getByLabel("البلدية", { exact: true }).selectOption({ index: 3 });
	await page.getByLabel(inArabic("البناية أو الموقع")).fill("دار الثقافة");
	await fillDay(page.getByRole("group", { name: "اليوم الأول" }), dayIn(60));
	await fillDay(page.getByRole("group", { name: "اليوم الأخير" }), dayIn(63));
	await page.getByRole("button", { name: "حفظ المسودة" }).click();
	await page.getByRole("button", { name: "إعلان التظاهرة" }).click();
	await page.getByRole("dialog").getByRole("button", { name: "إعلان التظاهرة" }).click();
	await expect(page.getByRole("dialog")).toHaveCount(0);
}

test("a chamber announces a salon and writes its call, by keyboard where order counts", async ({
	page,
}) => {
	await signIn(page, "ar", "chamber", "/my-events/new");
	await publish(page, "صالون الفخار");
	const card = page.getByRole("region", { name: "نداء المشاركة" });
	await expect(card).toContainText("لم يُكتب نداء لهذه التظاهرة بعد.");
	await card.getByRole("link", { name: "كتابة النداء" }).click();

	// What is missing is said at its field.
	await page.getByRole("button", { name: "حفظ", exact: true }).click();
	await expect(page.getByRole("alert")).toContainText("3 حقول");
	await fillDay(page.getByRole("group", { name: "يوم الفتح" }), dayIn(-2));
	await fillDay(page.getByRole("group", { name: "يوم الإغلاق" }), dayIn(30));
	await page.getByLabel("ساعة الإغلاق").fill("١٦:٣٠");
	await page.getByLabel("عدد المقاعد").fill("20");

	const quotas = page.getByRole("region", { name: "الحصص" });
	await quotas.getByRole("button", { name: "إضافة حصة" }).press("Enter");
	await expect(quotas.getByLabel(inArabic("اسم الحصة"))).toBeFocused();
	await page.keyboard.type("حصة النساء");
	await quotas.getByLabel("عدد المقاعد").fill("8");
	await quotas.getByLabel("تقودها نساء").check();
	await quotas.getByRole("button", { name: "إضافة حصة" }).press("Enter");
	const second = quotas.getByRole("group", { name: /الحصة \u2068?2/ });
	await second.getByLabel(inArabic("اسم الحصة")).fill("الحدود");
	const border = quotas.getByRole("group", { name: "الحدود" });
	await border.getByLabel("عدد المقاعد").fill("15");
	await border.getByLabel("مقرها في بلدية حدودية أو معزولة").check();
	// The sum is told as it is typed.
	await expect(quotas.getByText(/تتجاوز الحصص عدد المقاعد بـ/)).toContainText("3");
	await border.getByLabel("عدد المقاعد").fill("5");
	await expect(quotas.getByText(/المقاعد المخصصة/)).toContainText("13");
	await expect(quotas.getByText(/الباقي لكل المشاركين/)).toContainText("7");
	// Moved by its button, which keeps the focus or hands it to the other way.
	await border.getByRole("button", { name: "تقديم" }).press("Enter");
	await expect(quotas.getByRole("group").first()).toHaveAccessibleName("الحدود");
	await expect(border.getByRole("button", { name: "تأخير" })).toBeFocused();

	const criteria = page.getByRole("region", { name: "معايير التقييم" });
	await criteria.getByRole("button", { name: "إضافة معيار" }).press("Enter");
	await page.keyboard.type("الجودة");
	await criteria.getByLabel("الوزن").fill("3");
	await criteria.getByRole("button", { name: "إضافة معنى لعدد من النقاط" }).click();
	await criteria.getByLabel("النقاط", { exact: true }).fill("10");
	await criteria.getByLabel(inArabic("معناها")).fill("إتقان عال");
	await criteria.getByRole("button", { name: "إضافة معيار" }).click();
	await criteria.getByLabel(inArabic("اسم المعيار")).last().fill("يحذف");
	await criteria.getByRole("button", { name: "حذف", exact: true }).last().press("Enter");
	await expect(criteria.getByLabel(inArabic("اسم المعيار"))).toHaveCount(1);
	await expectWellMade(page, /نداء المشاركة/);
	await page.getByRole("button", { name: "حفظ", exact: true }).click();

	await expect(page.getByRole("heading", { level: 1, name: "صالون الفخار" })).toBeVisible();
	await expect(card.getByText("مفتوح")).toBeVisible();
	await expect(card.getByText(/المتبقي لإغلاقه/)).toBeVisible();
	await expect(card.getByText("لرئيسها عهدة سارية")).toBeVisible();
	const rows = card.getByRole("table", { name: "الحصص" }).getByRole("row");
	await expect(rows.nth(1)).toContainText("الحدود");
	await expect(rows.nth(3)).toContainText("7");
	await expect(card.getByRole("table", { name: "معايير التقييم" })).toContainText("100");
	await expectWellMade(page, /صالون الفخار/);

	// Everybody reads it; who is not signed in is shown the way, and comes back.
	const address = page.url();
	await leave(page);
	await page.goto(address);
	await card.getByRole("link", { name: "الدخول لتقديم طلب" }).click();
	await expect(page).toHaveURL(/sign-in\?next=/);
});

test("a call that has closed can only be prolonged", async ({ page, expectRefusal }) => {
	expectRefusal(409);
	const send = await actAs(page, "chamber");
	const event = await announce(send, "معرض مغلق النداء", {
		opens_at: instantIn(-9),
		closes_at: instantIn(-2),
	});
	await signIn(page, "ar", "association", `/events/${event}`);
	const card = page.getByRole("region", { name: "نداء المشاركة" });
	await expect(card.getByText("مغلق", { exact: true })).toBeVisible();
	await expect(card.getByRole("button", { name: "تقديم طلب مشاركة" })).toHaveCount(0);
	await leave(page);

	await signIn(page, "ar", "chamber", `/events/${event}`);
	await card.getByRole("link", { name: "تمديد الأجل" }).click();
	await expect(page.getByText(/أُغلق النداء في/)).toBeVisible();
	await expect(page.getByLabel("عدد المقاعد")).toHaveCount(0);
	await expectWellMade(page, /نداء المشاركة/);
	// An end that is past already is refused, in the server's words.
	await page.getByRole("button", { name: "تمديد الأجل" }).click();
	await expect(page.getByRole("alert")).toContainText("لا يعدل إلا بتمديد أجله");
	await fillDay(page.getByRole("group", { name: "يوم الإغلاق" }), dayIn(10));
	await page.getByRole("button", { name: "تمديد الأجل" }).click();
	await expect(card.getByText("مفتوح")).toBeVisible();
});
