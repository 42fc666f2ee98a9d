import { actAs, instantIn } from "../fixtures/calls.ts";
import { closedCall, scoreAll, shareOut } from "../fixtures/commission.ts";
import { expect, expectOutline, expectWellMade, test } from "../fixtures/page.ts";
import { leave, signIn } from "../fixtures/session.ts";
import { lookTwice } from "../fixtures/stories.ts";

lookTwice();

const QUOTA = { code: "women", name: { ar: "حصة النساء", fr: "Quota des femmes" }, seats: 1 };
const QUESTIONS = [
	{ code: "people", kind: "number", question: { ar: "المرافقون", fr: "Accompagnants" } },
	{ code: "car", kind: "yes_no", question: { ar: "سيارة", fr: "Voiture" } },
	{
		code: "day",
		kind: "choice",
		question: { ar: "يوم الوصول", fr: "Arrivée" },
		options: [
			{ code: "thursday", name: { ar: "الخميس", fr: "Jeudi" } },
			{ code: "friday", name: { ar: "الجمعة", fr: "Vendredi" } },
		],
	},
];

test("the pages of a commission are well made", async ({ page, language, expectRefusal }, info) => {
	test.setTimeout(120_000);
	// Whether the seed is known is asked by reading it.
	expectRefusal(404);
	const name = `صالون ${info.project.name}`;
	const { event, chamber, applications } = await closedCall(page, name, 0, {
		quotas: [{ ...QUOTA, for: { women_led: true } }],
		least_points: 3,
	});
	await shareOut(page, chamber, event);
	await chamber("PUT", `/events/${event}/follow-up`, {
		due_at: instantIn(9),
		questions: QUESTIONS,
	});
	const trainer = await actAs(page, "trainer");
	const { items } = await trainer("GET", `/event-reviews?event_id=${event}`, undefined);
	const arabic = language === "ar";

	await signIn(page, language, "trainer", "/my-reviews");
	await expectWellMade(page, arabic ? /تقييماتي/ : /Mes évaluations/);
	await page.goto(`/${language}/my-reviews/${items[0]?.id}`);
	await expectWellMade(page, arabic ? /الطلب رقم/ : /Candidature n°/);
	await expectOutline(page, language, "ownReview");
	await page.goto(`/${language}/my-reviews/conflicts/${event}`);
	await expectWellMade(page, arabic ? /تضارب المصالح/ : /conflits d’intérêts/);
	await leave(page);

	await signIn(page, language, "chamber", `/events/${event}/commission`);
	await expectWellMade(page, arabic ? /لجنة التقييم/ : /Commission d’évaluation/);
	await expectOutline(page, language, "commission");
	await page.goto(`/${language}/events/${event}/seats`);
	await expectWellMade(page, arabic ? /المقاعد/ : /Places/);
	await page.goto(`/${language}/applications/${applications[0]}`);
	await expectWellMade(page, arabic ? /جمعية/ : /[Aa]ssociation/);
	await leave(page);

	await page.goto(`/${language}/events/${event}/selection`);
	await expectWellMade(page, arabic ? /اختيار المشاركين/ : /Sélection des participants/);
	await scoreAll(page, event, () => 8);
	await leave(page);
	await signIn(page, language, "chamber", `/events/${event}/selection`);
	await expectWellMade(page, arabic ? /اختيار المشاركين/ : /Sélection des participants/);
	await expectOutline(page, language, "deciding");
	await chamber("POST", `/events/${event}/selection/seed`, { seed: "4 8 15 16", source: "سحب" });
	await chamber("POST", `/events/${event}/selection/publication`, undefined);
	await page.reload();
	await expectWellMade(page, arabic ? /اختيار المشاركين/ : /Sélection des participants/);
	await page.goto(`/${language}/events/${event}/check-in`);
	await expect(page.getByText(arabic ? "الطلب رقم" : "Candidature n°").first()).toBeVisible();
	await expectWellMade(page, arabic ? /الدخول والخروج/ : /Entrées et sorties/);
	// On a phone the places of the organisers are wider than the screen: the one that is open is in sight.
	const places = page.getByRole("navigation", {
		name: arabic ? "مراحل النداء" : "Étapes de l’appel",
	});
	await expect(places.locator("[aria-current]")).toBeInViewport({ ratio: 1 });
	await leave(page);

	await page.goto(`/${language}/events/${event}/selection`);
	await expectWellMade(page, arabic ? /اختيار المشاركين/ : /Sélection des participants/);
	await page.goto(`/${language}/events/${event}`);
	await expect(
		page.getByRole("region", { name: arabic ? "العارضون" : "Exposants" }).first(),
	).toBeVisible();
	await expectWellMade(page, /صالون/);
	await signIn(page, language, "association", `/applications/${applications[0]}`);
	await expectWellMade(page, arabic ? /طلب مشاركة/ : /Candidature/);
});
