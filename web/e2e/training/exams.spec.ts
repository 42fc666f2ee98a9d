import type { Page } from "@playwright/test";
import { actAs, dayIn, instantIn, type Send } from "../fixtures/calls.ts";
import { fillDay, inArabic } from "../fixtures/fields.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { leave, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

/** A cohort ahead that is announced; taught by the trainer of the demonstration where one is named. */
async function announced(send: Send, trainers: readonly string[]) {
	const { items } = await send("GET", "/courses?limit=1", undefined);
	const { id } = await send("POST", "/cohorts", {
		course_id: items[0]?.id,
		name: { ar: `دورة الاختبارات ${Date.now()}` },
		languages: ["ar"],
		online_url: "https://meet.example.dz/c-42",
		starts_on: dayIn(40),
		ends_on: dayIn(41),
		capacity: 10,
		opens_at: instantIn(-1),
		closes_at: instantIn(20),
		self_enrolment: true,
		approval: "nobody",
		trainer_ids: trainers,
	});
	await send("POST", `/cohorts/${id}/publication`, undefined);
	return { id, course: items[0]?.id };
}

/** Writes a question in the bank: its text, what can be answered, and which of it is right. */
async function write(page: Page, kind: string, text: string, choices: string[], right?: number) {
	await page.getByRole("link", { name: "سؤال جديد" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "سؤال جديد" })).toBeVisible();
	await page.getByLabel("النوع").selectOption({ label: kind });
	await page.getByLabel(inArabic("نص السؤال")).fill(text);
	for (const [index, choice] of choices.entries()) {
		if (index > 1) await page.getByRole("button", { name: /^إضافة (اختيار|عنصر)/ }).click();
		await page.getByLabel(inArabic("النص")).nth(index).fill(choice);
	}
	const save = page.getByRole("button", { name: "حفظ السؤال" });
	if (right !== undefined) {
		await save.click();
		await expect(page.getByText("علّموا الجواب الصحيح")).toBeVisible();
		await page.getByRole("checkbox", { name: "الجواب الصحيح" }).nth(right).check();
	}
	await expectWellMade(page, /سؤال جديد/);
	await save.click();
	await expect(page.getByRole("link", { name: text })).toBeVisible();
}

test("a trainer writes questions and publishes a test; it is sat over a lost connection, and told what came of it", async ({
	page,
	context,
	expectOffline,
	expectRefusal,
}) => {
	test.slow();
	expectOffline();
	expectRefusal(404);
	const mark = String(Date.now()).slice(-6);
	const chamber = await actAs(page, "chamber");
	const pool = await chamber("GET", `/trainers?q=${encodeURIComponent("إزميل")}`, undefined);
	const [trainer] = pool.items as unknown as { person_id: string }[];
	const cohort = await announced(chamber, [trainer?.person_id ?? ""]);
	const association = await actAs(page, "association");
	await association("POST", `/cohorts/${cohort.id}/enrolments`, {
		participant: { name: "نادية بن عودة", gender: "woman", office: "president" },
	});

	const ministry = await actAs(page, "ministry");
	const other = await announced(ministry, []);
	const { items } = await ministry(
		"GET",
		`/questions?course_id=${other.course}&limit=1`,
		undefined,
	);
	const foreign = await ministry("POST", `/cohorts/${other.id}/exams`, {
		kind: "before",
		question_ids: [items[0]?.id],
		opens_at: instantIn(-1),
		closes_at: instantIn(1),
	});
	await ministry("POST", `/exams/${foreign.id}/publication`, undefined);

	// Two questions in the bank.
	await signIn(page, "ar", "trainer", `/cohorts/${cohort.id}/exams`);
	await page.getByRole("link", { name: "بنك الأسئلة" }).click();
	await write(page, "اختيار واحد", `من أين يأتي الدخل؟ ${mark}`, ["من البيع", "من إعانة"], 0);
	await write(page, "ترتيب", `رتبوا الخطوات ${mark}`, ["نعرف", "نعرض", "نتفق"]);
	await expectWellMade(page, /بنك الأسئلة/);

	// A test of them, published.
	await page.goto(`/ar/cohorts/${cohort.id}/exams`);
	await expectWellMade(page, /الاختبارات/);
	await page.getByRole("button", { name: "إعداد اختبار" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("متى يُجرى").selectOption({ label: "الاختبار القبلي" });
	await fillDay(dialog.getByRole("group", { name: "الفتح" }), dayIn(-1));
	await fillDay(dialog.getByRole("group", { name: "الإغلاق" }), dayIn(2));
	for (const hour of [0, 1]) await dialog.getByLabel("الساعة").nth(hour).fill("9:00");
	await dialog.getByRole("button", { name: "إنشاء المسودة" }).click();
	const picker = page.getByRole("region", { name: "إضافة أسئلة من البنك" });
	await picker.getByLabel("البحث في نص السؤال").fill(mark);
	await expect(picker.getByText("سؤالان مطابقان")).toBeVisible();
	await picker.getByLabel("عدد الأسئلة المسحوبة").fill("2");
	await picker.getByRole("button", { name: "سحب وإضافة" }).click();
	const chosen = page.getByRole("list", { name: "أسئلة الاختبار" }).getByRole("listitem");
	await expect(chosen).toHaveCount(2);
	await expectWellMade(page, /الاختبار القبلي/);
	await page.getByRole("button", { name: "نشر الاختبار" }).click();
	await page.getByRole("alertdialog").getByRole("button", { name: "نشر الاختبار" }).click();
	await expect(page.getByText("لم ينته أحد من الاختبار بعد")).toBeVisible();
	const exam = page.url().split("/exams/")[1] ?? "";
	await leave(page);

	// The association sits it for its president.
	await signIn(page, "ar", "association", `/cohorts/${cohort.id}/exams`);
	await page.getByRole("link", { name: /الاختبار القبلي/ }).click();
	await page.getByRole("button", { name: /بدء الاختبار.*نادية/ }).click();
	await page.getByRole("dialog").getByRole("button", { name: "البدء الآن" }).click();
	const sync = page.getByRole("region", { name: "حفظ الإجابات" });
	await expect(page.getByRole("timer")).toContainText(/(30:00|29:\d\d)/);
	const single = page.getByRole("region").filter({ hasText: "من أين يأتي الدخل" });
	await single.getByRole("radio", { name: "من البيع" }).check();
	await expect(single.getByText("محفوظ")).toBeVisible();
	await expect(sync).toContainText("كل الإجابات محفوظة لدى الخادم");
	await expect(page.getByText("تُفتح هذه الصفحة من جديد بلا اتصال")).toBeVisible();
	await expectWellMade(page, /الاختبار القبلي/);

	// The connection is lost: steps are put in order by keyboard, and a reload loses nothing.
	await context.setOffline(true);
	await expect(sync).toContainText("بلا اتصال");
	const ordering = page.getByRole("region").filter({ hasText: "رتبوا الخطوات" });
	const rows = ordering.getByRole("listitem");
	await ordering.getByRole("button", { name: "هذا الترتيب هو جوابي" }).click();
	for (const [place, name] of ["نعرف", "نعرض", "نتفق"].entries()) {
		const up = rows.filter({ hasText: name }).getByRole("button", { name: /تقديم/ });
		while (!(await rows.nth(place).textContent())?.includes(name)) await up.press("Enter");
	}
	await expect(sync).toContainText("جواب واحد ينتظر الإرسال");
	await page.reload();
	await expect(page.getByText("فُتحت الصفحة بلا اتصال")).toBeVisible();
	await expect(sync).toContainText("جواب واحد ينتظر الإرسال");
	await expect(single.getByRole("radio", { name: "من البيع" })).toBeChecked();
	await expect(rows).toContainText(["نعرف", "نعرض", "نتفق"]);
	await expectWellMade(page, /الاختبار القبلي/);

	// It is back: everything is sent, and the test is handed in.
	await context.setOffline(false);
	await expect(sync).toContainText("كل الإجابات محفوظة لدى الخادم");
	await expect(page.getByText("فُتحت الصفحة بلا اتصال")).toHaveCount(0);
	await single.getByRole("button", { name: "مسح الجواب" }).click();
	await page.getByRole("button", { name: "تسليم" }).click();
	await expect(page.getByRole("alertdialog")).toContainText("سؤال واحد بلا جواب");
	await page.getByRole("alertdialog").getByRole("button", { name: "إلغاء" }).click();
	await single.getByRole("radio", { name: "من البيع" }).check();
	await page.getByRole("button", { name: "تسليم" }).click();
	await page.getByRole("alertdialog").getByRole("button", { name: "تسليم" }).click();
	await expect(page.getByRole("region", { name: "النتيجة" })).toContainText(/100\u2069? من 100/);
	await expect(page.getByText(/تظهر الأجوبة الصحيحة بعد إغلاق الاختبار/)).toBeVisible();
	await expectWellMade(page, /الاختبار القبلي/);

	// A test of a cohort one has nothing to do with is nowhere.
	await page.goto(`/ar/exams/${foreign.id}`);
	await expectWellMade(page, /الصفحة غير موجودة/);
	await leave(page);

	// What the test tells those who teach.
	await signIn(page, "ar", "trainer", `/exams/${exam}`);
	const statistics = page.getByRole("region", { name: "إحصاءات الاختبار" });
	await expect(statistics.getByRole("row", { name: /من أين يأتي الدخل/ })).toContainText("100");
	await expectWellMade(page, /الاختبار القبلي/);
	await page.getByRole("link", { name: /الإجابات.*نادية بن عودة/ }).click();
	await expect(page.getByRole("region", { name: "السؤال 1 من 2" })).toContainText("صحيح");
	await expectWellMade(page, /نادية بن عودة/);
});

/** The cohort of the demonstration data whose participants hold certificates already, and its test after. */
const CERTIFIED = "01941f29-7c00-7000-8000-00000000000d";
const AFTER = "01941f29-7c01-7000-8000-000000000012";

test("while somebody holds a certificate, nothing is offered that it forbids", async ({ page }) => {
	await signIn(page, "ar", "association", `/cohorts/${CERTIFIED}/exams`);
	const after = page.getByRole("region", { name: "الاختبار البعدي" });
	await after.getByRole("link", { name: /الاختبار البعدي/ }).click();
	await expect(page.getByText("صدرت الشهادة، فلا يُجتاز الاختبار بعدها")).toBeVisible();
	await expect(page.getByRole("button", { name: /بدء الاختبار/ })).toHaveCount(0);
	await expectWellMade(page, /الاختبار البعدي/);
	await page.goBack();
	await expect(after.getByRole("link")).toHaveText("التفاصيل");
	await leave(page);
	await signIn(page, "ar", "trainer", `/exams/${AFTER}`);
	await expect(page.getByText("صدرت شهادات تستند إلى اختبارات هذه الدورة")).toBeVisible();
	await expect(page.getByRole("button", { name: "تأخير الإغلاق" })).toHaveCount(0);
	await expectWellMade(page, /الاختبار البعدي/);
});
