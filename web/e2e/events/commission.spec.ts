import type { Locator } from "@playwright/test";
import { dayIn } from "../fixtures/calls.ts";
import { closedCall, scoreAll } from "../fixtures/commission.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { leave, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

const QUOTAS = [
	{ code: "algiers", name: { ar: "حصة العاصمة" }, seats: 1, for: { wilayas: ["16"] } },
];

async function fillDay(group: Locator, daysAhead: number) {
	const [year = "", month = "", number = ""] = dayIn(daysAhead).split("-");
	await group.getByLabel("اليوم", { exact: true }).fill(String(Number(number)));
	await group.getByRole("combobox").selectOption(month);
	await group.getByLabel("السنة", { exact: true }).fill(year);
}

test("from a closed call to a confirmed seat: reviewers, sharing, scores, seed, what if, publication", async ({
	page,
	expectRefusal,
}) => {
	test.setTimeout(180_000);
	// Whether the seed is known and questions are written is asked by reading them.
	expectRefusal(404);
	const name = `صالون اللجنة ${Date.now()}`;
	const { event, applications } = await closedCall(page, name, 2, { quotas: QUOTAS });
	const region = (name: string) => page.getByRole("region", { name, exact: true }).first();

	// The organiser appoints two reviewers, found by name, and shares the applications out.
	await signIn(page, "ar", "chamber", `/events/${event}`);
	await page.getByRole("link", { name: "لجنة التقييم" }).click();
	await expect(page.getByText("لم يُعيّن أي مقيّم بعد.")).toBeVisible();
	const find = page.getByLabel("البحث عن مقيّم باسمه");
	for (const name of ["إزميل", "بوخابية"]) {
		await find.fill(name);
		await page.getByRole("button", { name: new RegExp(`تعيين .*${name}`) }).click();
		await expect(region("المقيّمون").getByRole("table")).toContainText(name);
	}
	await page.getByRole("button", { name: /الحد الأقصى: .*إزميل/ }).click();
	await page.getByRole("dialog").getByLabel("الحد الأقصى").fill("50");
	await page.getByRole("dialog").getByRole("button", { name: "حفظ" }).click();
	await expect(region("المقيّمون").getByRole("table")).toContainText(/من \D*50\D* على الأكثر/);
	await page.getByRole("button", { name: "توزيع الطلبات" }).click();
	await expect(region("توزيع الطلبات").getByRole("alert")).toContainText("وُزعت 6 تقييمات");
	await expectWellMade(page, /لجنة التقييم/);
	await leave(page);

	// A reviewer reads an application by its number and gives points with the keyboard.
	await signIn(page, "ar", "trainer", "/my-reviews?status=open");
	await page.getByRole("row", { name }).first().getByRole("link").click();
	await expect(page.getByRole("heading", { level: 1 })).toContainText("الطلب رقم");
	await expect(page.getByText("نادية حداد")).toHaveCount(0);
	await page.getByRole("button", { name: "حفظ التقييم" }).click();
	await expect(page.getByRole("alert")).toContainText("معياران بلا نقاط");
	const quality = page.getByRole("group", { name: /جودة المنتج/ });
	await expect(quality.getByRole("radio").first()).toBeFocused();
	await quality.getByRole("radio", { name: "8", exact: true }).press("Space");
	await expect(page.getByText("يظهر بعد تنقيط كل المعايير")).toBeVisible();
	await page
		.getByRole("group", { name: /أصالة الحرفة/ })
		.getByRole("radio", { name: "6", exact: true })
		.press("Space");
	await expect(page.getByRole("status").or(page.locator("output"))).toContainText([/7,33/]);
	await page.getByLabel("ملاحظة للجنة").fill("عمل متقن");
	await page.reload();
	await expect(page.getByLabel("ملاحظة للجنة")).toHaveValue("عمل متقن");
	await page.getByRole("button", { name: "حفظ التقييم" }).click();
	await expect(page.getByText("حُفظ التقييم")).toBeVisible();
	await expect(page.getByRole("link", { name: /الموالي: الطلب رقم/ })).toBeVisible();
	await expectWellMade(page, /الطلب رقم/);
	await leave(page);

	// The rest is written; the first application by number has most.
	await scoreAll(page, event, (number) => 10 - 2 * number);
	await leave(page);
	await signIn(page, "ar", "chamber", `/events/${event}/commission`);
	const scores = region("نقاط الطلبات");
	await expect(scores.getByRole("table").getByRole("row")).toHaveCount(4);
	await scores.getByRole("link", { name: "المختلف فيها" }).click();
	await expect(page).toHaveURL(/disputed=yes/);
	await scores.getByRole("link", { name: "كل الطلبات" }).click();
	await scores.getByRole("table").getByRole("link").first().click();
	await expect(region("تقييمات الطلب").getByRole("table")).toContainText("إزميل");

	// Until when seats are to be taken, and what is asked.
	await page.goto(`/ar/events/${event}/seats`);
	await fillDay(page.getByRole("group", { name: "آخر يوم للتأكيد" }), 20);
	await page.getByRole("button", { name: "إضافة سؤال" }).click();
	await page.getByLabel(/السؤال\u2069? بالعربية/).fill("عدد المرافقين");
	await page.getByLabel("نوع الجواب").selectOption("number");
	await page.getByRole("button", { name: "حفظ", exact: true }).click();
	await expect(page.getByText("حُفظت الأسئلة")).toBeVisible();
	await expectWellMade(page, /المقاعد/);

	// Seed, what if, publication.
	await page.getByRole("link", { name: "الاختيار", exact: true }).click();
	await expect(page.getByText("اكتمل تقييم كل الطلبات")).toBeVisible();
	await expect(page.getByRole("button", { name: "نشر الاختيار" })).toBeDisabled();
	await page.getByLabel("البذرة").fill("7 12 23 31 40 44");
	await page.getByLabel("مصدرها").fill("السحب العمومي ليوم 2 جويلية");
	await page.getByRole("button", { name: "إعلان البذرة" }).click();
	await expect(page.getByText("7 12 23 31 40 44")).toBeVisible();
	const what = region("ماذا لو؟");
	await what.getByLabel("عدد المقاعد").fill("1");
	await what.getByRole("button", { name: "تجربة" }).click();
	await expect(what.getByRole("alert")).toContainText("يدخل 0 ويخرج 1");
	await expect(what.getByRole("region", { name: "من يخرج" }).first()).toContainText("ينتظر");
	await expectWellMade(page, /اختيار المشاركين/);
	await page.getByRole("button", { name: "نشر الاختيار" }).click();
	const sure = page.getByRole("alertdialog");
	await expect(sure).toContainText("لا يمكن الرجوع عن النشر.");
	await sure.getByRole("button", { name: "نشر الاختيار" }).click();
	const decisions = region("القرارات");
	await expect(decisions.getByRole("table").getByRole("row")).toHaveCount(4);
	await decisions.getByRole("link", { name: "في قائمة الانتظار" }).click();
	await expect(decisions.getByRole("table").getByRole("row")).toHaveCount(2);
	const minutes = page.waitForEvent("download");
	await page.getByRole("button", { name: "محضر اللجنة (PDF)" }).click();
	expect((await minutes).suggestedFilename()).toBe("minutes.pdf");
	await expectWellMade(page, /اختيار المشاركين/);
	// Who waits is told to the officer, not spoken to.
	await expect(decisions.getByRole("table")).toContainText(/نال آخر مختار قبله/);
	await decisions.getByRole("table").getByRole("link").click();
	await expect(region("القرار")).toContainText(/نال آخر مختار قبله/);
	await expect(page.getByRole("link", { name: /الجناح/ })).toHaveCount(0);

	// The work of the commission is over, and its desk says so.
	await page.goto(`/ar/events/${event}/commission`);
	await expect(page.getByText("نُشر الاختيار وانتهت أعمال اللجنة")).toBeVisible();
	await expect(region("المقيّمون").getByRole("table").first()).toBeVisible();
	await expect(region("توزيع الطلبات")).toHaveCount(0);
	await expect(page.getByRole("button", { name: /إعفاء|تعيين|الحد الأقصى/ })).toHaveCount(0);
	await expectWellMade(page, /لجنة التقييم/);
	await leave(page);

	// Everybody reads what was published, and takes home what it was computed from.
	await page.goto(`/ar/events/${event}`);
	await expect(region("العارضون").getByRole("table").getByRole("row")).toHaveCount(3);
	await page.getByRole("link", { name: "اختيار المشاركين" }).click();
	await expect(region("الحصص")).toContainText("حصة العاصمة");
	await expect(region("القرعة")).toContainText("لم تفصل القرعة في أي طلب.");
	const request = await page.request.get(`/api/v1/events/${event}/selection/request`);
	expect(await request.json()).toMatchObject({ capacity: 2, seed: "7 12 23 31 40 44" });
	expect((await page.request.get("/selection.py")).ok()).toBe(true);
	await expectWellMade(page, /اختيار المشاركين/);

	// The association reads the decision, answers and takes its seat.
	await signIn(page, "ar", "association", `/applications/${applications[0]}`);
	await expect(region("القرار")).toContainText("اختير الطلب");
	await expect(region("تأكيد المقعد")).toContainText("يُحجز لكم المقعد حتى");
	await page.getByRole("button", { name: "تأكيد المقعد" }).click();
	await expect(page.getByLabel("عدد المرافقين")).toBeFocused();
	await page.getByLabel("عدد المرافقين").fill("٣");
	await expectWellMade(page, /طلب مشاركة/);
	await page.getByRole("button", { name: "تأكيد المقعد" }).click();
	await expect(region("وضعية الطلب")).toContainText("مقعدكم مؤكد");
	await leave(page);
	await signIn(page, "ar", "chamber", `/events/${event}/seats`);
	await expect(region("أجوبة الجمعيات")).toContainText(/عدد المرافقين\s*3/);
});
