import type { Page } from "@playwright/test";
import { actAs, announce, dayIn } from "../fixtures/calls.ts";
import { expectData } from "../fixtures/event-data.ts";
import { fillDay, inArabic } from "../fixtures/fields.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

const inWords = (day: string) =>
	new Intl.DateTimeFormat("ar-DZ", {
		day: "numeric",
		month: "long",
		year: "numeric",
		timeZone: "UTC",
	}).format(new Date(day));

const step = (page: Page, name: string) =>
	page.getByRole("region", { name: "تسيير التظاهرة" }).getByRole("button", { name, exact: true });

async function enter(page: Page, name: string) {
	await page.getByLabel(inArabic("اسم التظاهرة")).fill(name);
	await page.getByLabel("نوع التظاهرة").selectOption("exhibition");
	await page.getByLabel("نطاق التظاهرة").selectOption("local");
	await page.getByLabel("البلدية", { exact: true }).selectOption({ index: 3 });
	await page.getByLabel(inArabic("البناية أو الموقع")).fill("دار الثقافة");
	await fillDay(page.getByRole("group", { name: "اليوم الأول" }), dayIn(40));
	await fillDay(page.getByRole("group", { name: "اليوم الأخير" }), dayIn(43));
}

test("a chamber enters an exhibition, announces it, puts it off and announces new days", async ({
	page,
	expectRefusal,
}) => {
	expectRefusal(422);
	await signIn(page, "ar", "chamber", "/my-events");
	await page.getByRole("link", { name: "تظاهرة جديدة" }).click();
	// Far events are for the national bodies.
	await expect(page.getByLabel("نطاق التظاهرة").getByRole("option")).toHaveCount(3);
	await page.getByRole("button", { name: "حفظ المسودة" }).click();
	await expect(page.getByRole("alert")).toContainText("7 حقول");
	await expect(page.getByLabel(inArabic("اسم التظاهرة"))).toBeFocused();
	await expectWellMade(page, /تظاهرة جديدة/);

	await enter(page, "معرض القصة");
	await page.getByRole("button", { name: "نقطة البلدية" }).click();
	await page.getByLabel("الفتح").fill("٩:٣٠");
	await page.getByLabel("الغلق").fill("19:00");
	await page.getByRole("button", { name: "إضافة فقرة" }).click();
	await page.getByLabel(inArabic("العنوان")).fill("ورشة النسيج");
	await page.getByLabel("من الساعة").fill("10:00");
	// What the server says stands at its field, and nothing typed is lost.
	await page.getByLabel("الهاتف").fill("12");
	await page.getByRole("button", { name: "حفظ المسودة" }).click();
	await expect(page.getByLabel("الهاتف")).toHaveAttribute("aria-invalid", "true");
	await expect(page.getByLabel("الهاتف")).toBeFocused();
	await expect(page.getByLabel(inArabic("اسم التظاهرة"))).toHaveValue("معرض القصة");
	// Kept in the browser too.
	await page.reload();
	await expect(page.getByText("وُجد هنا ما كتبتموه ولم تحفظوه")).toBeVisible();
	await page.getByLabel("الهاتف").fill("0550 12 34 56");
	await page.getByRole("button", { name: "حفظ المسودة" }).click();

	await expect(page.getByRole("heading", { level: 1, name: "معرض القصة" })).toBeVisible();
	await expect(page.getByText("هذه مسودة يراها منظموها وحدهم.")).toBeVisible();
	await expect(page.getByText("ورشة النسيج")).toBeVisible();
	await expect(page.getByRole("img", { name: "الموقع على الخريطة" })).toBeVisible();
	await expectWellMade(page, /معرض القصة/);
	const address = page.url();

	await step(page, "إعلان التظاهرة").click();
	await page.getByRole("dialog").getByRole("button", { name: "إعلان التظاهرة" }).click();
	await expect(step(page, "تأجيل")).toBeVisible();
	// It has not begun.
	await expect(step(page, "إنهاء")).toHaveCount(0);

	await step(page, "تأجيل").click();
	await page.getByRole("dialog").getByRole("button", { name: "تأجيل", exact: true }).click();
	await expect(page.getByRole("dialog").getByLabel("السبب")).toHaveAttribute(
		"aria-invalid",
		"true",
	);
	await page.getByRole("dialog").getByLabel("السبب").fill("أشغال في القاعة");
	await page.getByRole("dialog").getByRole("button", { name: "تأجيل", exact: true }).click();
	await expect(page.getByText("هذه التظاهرة مؤجلة")).toBeVisible();
	await expect(page.getByText("أشغال في القاعة").first()).toBeVisible();

	await step(page, "إعلان موعد جديد").click();
	const dialog = page.getByRole("dialog");
	await dialog.getByRole("button", { name: "إعلان موعد جديد" }).click();
	await expect(dialog.getByText("هذا الحقل ضروري")).toBeVisible();
	await fillDay(dialog.getByRole("group", { name: "اليوم الأول الجديد" }), dayIn(70));
	await dialog.getByRole("button", { name: "إعلان موعد جديد" }).click();
	await expect(page.getByText("هذه التظاهرة مؤجلة")).toHaveCount(0);
	await expectData(page, "EventRescheduled");
	const steps = page.getByRole("region", { name: "مراحل التظاهرة" });
	await expect(steps.getByRole("listitem")).toHaveCount(4);
	// The programme has moved along.
	await expect(
		page
			.getByRole("region", { name: "البرنامج" })
			.getByRole("region", { name: inWords(dayIn(70)) }),
	).toBeVisible();

	// The next edition is a draft with everything of this one.
	await step(page, "طبعة جديدة").click();
	await fillDay(page.getByRole("dialog").getByRole("group"), "1999-01-01");
	await page.getByRole("dialog").getByRole("button", { name: "طبعة جديدة" }).click();
	await expect(page.getByRole("dialog")).toContainText("الطبعة الجديدة تلي هذه الطبعة");
	await fillDay(page.getByRole("dialog").getByRole("group"), dayIn(400));
	await page.getByRole("dialog").getByRole("button", { name: "طبعة جديدة" }).click();
	await expect(page).not.toHaveURL(address);
	await expect(page.getByRole("link", { name: "الطبعة السابقة" })).toBeVisible();
	await page.getByRole("link", { name: "الطبعة السابقة" }).click();
	await expect(page).toHaveURL(address);

	await step(page, "إلغاء التظاهرة").click();
	await page.getByRole("alertdialog").getByLabel("السبب").fill("لا ميزانية");
	await page.getByRole("alertdialog").getByRole("button", { name: "إلغاء التظاهرة" }).click();
	await expect(page.getByText("هذه التظاهرة ملغاة")).toBeVisible();
	await expect(step(page, "تأجيل")).toHaveCount(0);
});

test("another chamber sees the event and has no button", async ({ page }) => {
	const answer = await page.request.get("/api/v1/events?wilaya=31&status=postponed");
	const { items } = (await answer.json()) as { items: { id: string }[] };
	await signIn(page, "ar", "chamber", `/events/${items[0]?.id}`);
	await expect(page.getByText("هذه التظاهرة مؤجلة")).toBeVisible();
	await expect(page.getByRole("region", { name: "مراحل التظاهرة" })).toBeVisible();
	await expect(page.getByRole("region", { name: "تسيير التظاهرة" })).toHaveCount(0);
	await expect(page.getByRole("link", { name: "تعديل", exact: true })).toHaveCount(0);
	await page.goto(`/ar/my-events/${items[0]?.id}/edit`);
	await expect(page.getByRole("heading", { name: "هذه الصفحة ليست ضمن صلاحياتكم" })).toBeVisible();
});

test("a step that somebody else took first is told as what has become of the event", async ({
	page,
	expectRefusal,
}) => {
	expectRefusal(409);
	const send = await actAs(page, "chamber");
	const event = await announce(send, "معرض النافذتين", {});
	await signIn(page, "ar", "chamber", `/events/${event}`);
	await expect(
		page.getByRole("region", { name: "نداء المشاركة" }).getByText("مفتوح", { exact: true }),
	).toBeVisible();
	await step(page, "تأجيل").click();
	await page.getByRole("dialog").getByLabel("السبب").fill("أشغال في القاعة");
	await send("POST", `/events/${event}/postponement`, { reason: "أشغال في القاعة" });
	await page.getByRole("dialog").getByRole("button", { name: "تأجيل" }).click();
	await expect(page.getByRole("dialog")).toContainText("تغيرت حالة التظاهرة");
	await expect(page.getByRole("dialog")).toContainText("مؤجلة");
	await page.getByRole("dialog").getByRole("button", { name: "رجوع" }).click();
	await expect(page.getByText("هذه التظاهرة مؤجلة")).toBeVisible();
	await expect(step(page, "تأجيل")).toHaveCount(0);
	// The call waits with it.
	await expect(page.getByRole("region", { name: "نداء المشاركة" })).toContainText(
		"لا تُقبل الطلبات ولا تعديلها حتى يُعلن موعد جديد",
	);
});
