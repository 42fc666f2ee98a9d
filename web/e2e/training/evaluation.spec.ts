import type { Page } from "@playwright/test";
import { actAs, dayIn, instantIn, type Send } from "../fixtures/calls.ts";
import { linkFor } from "../fixtures/letters.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { accountOf, leave, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

/** The cohort of the demonstration data that is over. */
const TLEMCEN = "01941f29-7c02-7000-8000-00000000000d";

/** A cohort whose last day is today, with one participant of the association of the demonstration account. */
async function endsToday(page: Page, chamber: Send, name: string) {
	const me = await (await actAs(page, "association"))("GET", "/me", undefined);
	const { acting } = me as unknown as { acting: { association_id: string } };
	const { items } = await chamber("GET", "/courses?limit=1", undefined);
	const { id } = await chamber("POST", "/cohorts", {
		course_id: items[0]?.id,
		name: { ar: name },
		languages: ["ar"],
		online_url: "https://meet.example.dz/c-16",
		starts_on: dayIn(0),
		ends_on: dayIn(0),
		capacity: 5,
		opens_at: instantIn(-1),
		closes_at: instantIn(0, 60),
	});
	await chamber("POST", `/cohorts/${id}/publication`, undefined);
	await chamber("POST", `/cohorts/${id}/enrolments`, {
		association_id: acting.association_id,
		participant: { name: "سعاد مرابط", gender: "woman" },
	});
	return id;
}

test("a participant evaluates a course by the link of a letter, once; who runs the cohort reads it with others only", async ({
	page,
}) => {
	const name = `دورة التقييم ${Date.now()}`;
	const cohort = await endsToday(page, await actAs(page, "chamber"), name);
	await signIn(page, "ar", "chamber", `/cohorts/${cohort}/evaluation`);
	await page.getByRole("button", { name: "مراسلة من لم يجب" }).click();
	await expect(page.getByRole("alert")).toContainText("أُرسل الطلب إلى مشارك واحد");
	await leave(page);

	const link = await linkFor(accountOf("association").email, "evaluate", name);
	await page.goto(link);
	const handIn = page.getByRole("button", { name: "تسليم التقييم" });
	const choose = (question: string, answer: string | RegExp) =>
		page
			.getByRole("group", { name: question })
			.getByRole("radio", { name: answer, exact: true })
			.check();
	await handIn.click();
	await expect(page.getByText("اختاروا إجابة")).toHaveCount(6);
	await expectWellMade(page, /تقييم التكوين/);
	// What was missing first has the focus; arrows choose.
	await page.keyboard.press("Space");
	for (let mark = 1; mark < 5; mark += 1) await page.keyboard.press("ArrowDown");
	await expect(page.getByRole("radio", { name: /^5 .*تحققت كلها/ })).toBeChecked();
	for (const words of ["محتوى", "المكوّنين", "مشروع جمعيتكم"]) await choose(words, "4");
	await choose("التنظيم", /^1 .*سيئ/);
	await choose("هل تنصحون", "نعم");
	await page.getByLabel(/ما الذي ينبغي تحسينه/).fill("نرجو حصصا أقصر.");
	await expect(page.getByText("اختاروا إجابة")).toHaveCount(0);
	// It is asked once, and one may still go back.
	await handIn.click();
	await page.getByRole("alertdialog").getByRole("button", { name: "إلغاء" }).click();
	await handIn.click();
	await page.getByRole("alertdialog").getByRole("button", { name: "نعم، سلّموه" }).click();
	await expect(page.getByText(/سُلّم هذا التقييم يوم/)).toBeVisible();
	await page.goto("about:blank");
	await page.goto(link);
	await expect(page.getByText(/سُلّم هذا التقييم يوم/)).toBeVisible();
	await expect(handIn).toHaveCount(0);

	await signIn(page, "ar", "association", "/my-training");
	await page
		.getByRole("row", { name: new RegExp(name) })
		.getByRole("link", { name: /تقييم التكوين.*سعاد مرابط/ })
		.click();
	await expect(page.getByText(/سُلّم هذا التقييم يوم/)).toBeVisible();
	await expect(page.getByText(/لم يفتح هذا التقييم بعد/)).toBeVisible();
	await expectWellMade(page, /تقييم التكوين/);
	await leave(page);

	await signIn(page, "ar", "chamber", `/cohorts/${cohort}/evaluation`);
	const round = page.getByRole("region", { name: "عند نهاية الدورة" });
	await expect(round).toContainText(/1\D* من \D*1/);
	await expect(round).toContainText("لم تنته هذه الفترة بعد");
	await expect(page.getByText("نرجو حصصا أقصر.")).toHaveCount(0);
});

test("the ministry reads what the participants of a cohort think; a link that is not good says so", async ({
	page,
	expectRefusal,
}) => {
	await signIn(page, "ar", "ministry", `/cohorts/${TLEMCEN}/evaluation`);
	const end = page.getByRole("region", { name: "عند نهاية الدورة" });
	await expect(end.getByRole("definition").filter({ hasText: "4,50" })).toBeVisible();
	await expect(end.getByRole("listitem").filter({ hasText: "المرافقة" })).toBeVisible();
	const later = page.getByRole("region", { name: "بعد ستة أشهر" });
	await expect(later.getByRole("row", { name: /نموذج العمل الجماعي/ })).toBeVisible();
	await expect(later.getByRole("definition").filter({ hasText: /\D8\D+12/ })).toBeVisible();
	await expect(later.getByRole("button", { name: "مراسلة من لم يجب" })).toHaveCount(0);
	await expectWellMade(page, /تقييم الدورة/);
	await leave(page);

	expectRefusal(404);
	await page.goto("/ar/evaluate#token=not-a-token-of-any-letter");
	await expect(page.getByText("هذا الرابط غير صالح", { exact: true })).toBeVisible();
	await expectWellMade(page, /تقييم التكوين/);
});
