import type { Page } from "@playwright/test";
import { actAs, dayIn, instantIn } from "../fixtures/calls.ts";
import { enrolled } from "../fixtures/cohort-data.ts";
import { fillDay, inArabic } from "../fixtures/fields.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { leave, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

/** Verified associations of Algiers, by name. */
async function associations(page: Page): Promise<string[]> {
	const answer = await page.request.get("/api/v1/associations?wilaya=16&limit=3&sort=name");
	const { items } = (await answer.json()) as { items: { name: { ar: string } }[] };
	return items.map(({ name }) => name.ar);
}

async function nominate(page: Page, association: string, name: string, gender: string) {
	await page.getByRole("button", { name: "ترشيح مشارك" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByRole("searchbox", { name: "الجمعية" }).fill(association);
	await dialog
		.getByRole("button", { name: /^اختيار / })
		.first()
		.click();
	await dialog.getByLabel("الاسم واللقب").fill(name);
	await dialog.getByLabel("الجنس").selectOption({ label: gender });
	await dialog.getByLabel(/الصفة في الجمعية/).selectOption("president");
	await dialog.getByRole("button", { name: "ترشيح مشارك" }).click();
	await expect(dialog).toHaveCount(0);
}

test("a chamber makes a cohort with a kept seat; three are nominated for two seats, one waits and moves up", async ({
	page,
}) => {
	test.slow();
	const names = await associations(page);
	await signIn(page, "ar", "chamber", "/my-cohorts");
	await expectWellMade(page, /دوراتنا التكوينية/);
	await page.getByRole("link", { name: "دورة جديدة" }).click();
	// What is missing is said at its field before the server is asked.
	await page.getByRole("button", { name: "إنشاء المسودة" }).click();
	await expect(page.getByRole("alert")).toContainText("حقول");
	await expect(page.getByLabel("المقرر", { exact: true })).toBeFocused();
	await page
		.getByLabel("المقرر", { exact: true })
		.selectOption({ label: "برنامج رؤساء الجمعيات الحرفية" });
	await page.getByLabel(inArabic("اسم الدورة")).fill("دورة القصبة");
	await fillDay(page.getByRole("group", { name: "أول يوم" }), dayIn(30));
	await fillDay(page.getByRole("group", { name: "آخر يوم" }), dayIn(34));
	await page.getByLabel("الولاية", { exact: true }).selectOption("16");
	await page.getByLabel("البلدية").selectOption({ index: 1 });
	await page.getByLabel(inArabic("المكان أو المبنى")).fill("دار الصناعة التقليدية");
	await fillDay(page.getByRole("group", { name: "يوم الفتح" }), dayIn(-1));
	await fillDay(page.getByRole("group", { name: "يوم الإغلاق" }), dayIn(20));
	await page.getByLabel("عدد المقاعد").fill("2");
	await page.getByRole("button", { name: "إضافة حصة" }).click();
	await page.getByLabel(inArabic("اسم الحصة")).fill("النساء");
	await page.getByLabel("مقاعد الحصة").fill("1");
	await page.getByRole("button", { name: "إنشاء المسودة" }).click();
	await expect(page.getByText("حددوا لمن تُخصص هذه المقاعد")).toBeVisible();
	await page.getByLabel("النساء", { exact: true }).check();
	await expectWellMade(page, /دورة جديدة/);
	await page.getByRole("button", { name: "إنشاء المسودة" }).click();

	await expect(page.getByText("مسودة لا يراها إلا المنظم")).toBeVisible();
	await page.getByRole("button", { name: "الإعلان عن الدورة" }).click();
	await page.getByRole("dialog").getByRole("button", { name: "الإعلان عن الدورة" }).click();
	await expect(page.getByText("أُعلنت الدورة")).toBeVisible();
	await expect(page.getByRole("region", { name: "الحصص" }).first()).toContainText("النساء");
	await expectWellMade(page, /دورة القصبة/);

	await page.getByRole("link", { name: "المشاركون" }).click();
	await nominate(page, names[0] ?? "", "كريم حداد", "رجل");
	await nominate(page, names[1] ?? "", "رشيد عمراني", "رجل");
	await expect(page.getByText(/رشيد عمراني.*في قائمة الانتظار، المرتبة/)).toBeVisible();
	await nominate(page, names[2] ?? "", "سليمة بن عمر", "امرأة");
	const row = (name: string) => page.getByRole("row", { name: new RegExp(name) });
	await expect(row("كريم حداد")).toContainText("مسجل");
	await expect(row("رشيد عمراني")).toContainText(/المرتبة \u2068?1/);
	await expect(row("سليمة بن عمر")).toContainText(/من حصة: \u2068?النساء/);
	await expect(page.getByText(/شُغل \u2068?2\u2069? من/)).toBeVisible();
	await expectWellMade(page, /المشاركون/);

	await page.getByRole("button", { name: /إخراج.*كريم حداد/ }).click();
	const leaving = page.getByRole("alertdialog");
	await leaving.getByLabel("السبب").fill("سفر في مهمة");
	await leaving.getByRole("button", { name: "إخراج" }).click();
	await expect(leaving).toHaveCount(0);
	await expect(row("كريم حداد")).toContainText("سفر في مهمة");
	await expect(row("رشيد عمراني")).toContainText("مسجل");
	await page.getByRole("button", { name: /المراحل.*رشيد عمراني/ }).click();
	await expect(page.getByRole("dialog").getByRole("listitem")).toHaveCount(2);
	await page.keyboard.press("Escape");

	// Somebody else comes instead of whoever has the kept seat.
	await page.getByRole("button", { name: /تعويض.*سليمة بن عمر/ }).click();
	const replacing = page.getByRole("dialog");
	// Of another association, found by its name.
	await replacing.getByRole("button", { name: "جمعية أخرى" }).click();
	await expect(replacing.getByRole("searchbox", { name: "الجمعية" })).toBeFocused();
	await replacing.getByRole("searchbox", { name: "الجمعية" }).fill(names[1] ?? "");
	await replacing
		.getByRole("button", { name: /^اختيار / })
		.first()
		.click();
	await replacing.getByLabel("الاسم واللقب").fill("نادية مزيان");
	await replacing.getByLabel("الجنس").selectOption({ label: "امرأة" });
	await replacing.getByLabel("السبب").fill("مرض");
	await replacing.getByRole("button", { name: "تعويض" }).click();
	await expect(row("نادية مزيان")).toContainText("من حصة");
	await expect(row("نادية مزيان")).toContainText(names[1] ?? "");
});

test("its organiser changes a cohort, and calls it off with a reason everybody reads", async ({
	page,
}) => {
	const chamber = await actAs(page, "chamber");
	const { items } = await chamber("GET", "/courses?limit=1", undefined);
	const { id } = await chamber("POST", "/cohorts", {
		course_id: items[0]?.id,
		name: { ar: "دورة المساء" },
		languages: ["ar"],
		online_url: "https://meet.example.dz/c-16",
		starts_on: dayIn(40),
		ends_on: dayIn(41),
		capacity: 10,
		opens_at: instantIn(-1),
		closes_at: instantIn(20),
	});
	await chamber("POST", `/cohorts/${id}/publication`, undefined);
	await enrolled(page, chamber, id, ["ياسمين بوزيد"]);
	await signIn(page, "ar", "chamber", `/cohorts/${id}`);
	await page.getByRole("link", { name: "تعديل", exact: true }).click();
	await page.getByLabel("عدد المقاعد").fill("15");
	await page.getByRole("button", { name: "حفظ" }).click();
	await expect(page.getByText(/شُغل \u2068?1\u2069? من \u2068?15/)).toBeVisible();
	await page.getByRole("button", { name: "إلغاء الدورة" }).click();
	const dialog = page.getByRole("alertdialog");
	await dialog.getByLabel("السبب").fill("تعذر توفير القاعة");
	await dialog.getByRole("button", { name: "إلغاء الدورة" }).click();
	await expect(page.getByText("ألغيت هذه الدورة")).toBeVisible();
	await expect(page.getByText("تعذر توفير القاعة").first()).toBeVisible();
	await page.goto("/ar/my-cohorts");
	await expect(page.getByRole("row", { name: /دورة المساء/ }).first()).toContainText("ملغاة");
	await leave(page);

	// Whoever had a seat reads it in their list; a visitor on the timetable, which is everybody's.
	await signIn(page, "ar", "association", "/my-training");
	const seat = page.getByRole("row", { name: /ياسمين بوزيد/ });
	await expect(seat).toContainText("ملغاة");
	await expect(seat.getByRole("link", { name: /القاعة الافتراضية/ })).toHaveCount(0);
	await leave(page);
	await page.goto(`/ar/cohorts/${id}/timetable`);
	await expect(page.getByText("ألغيت هذه الدورة")).toBeVisible();
	await expect(page.getByText("تعذر توفير القاعة")).toBeVisible();
});
