import { actAs, announce } from "../fixtures/calls.ts";
import { expect, expectOutline, expectWellMade, test } from "../fixtures/page.ts";
import { leave, signIn } from "../fixtures/session.ts";
import { lookTwice } from "../fixtures/stories.ts";

lookTwice();

const WOMEN = { code: "women", name: { ar: "حصة النساء", fr: "Quota des femmes" }, seats: 10 };
const QUALITY = { code: "quality", name: { ar: "الجودة", fr: "Qualité" }, weight: 3 };

test("the pages of a call and its applications are well made", async ({ page, language }, info) => {
	const chamber = await actAs(page, "chamber");
	const event = await announce(chamber, `معرض ${info.project.name}`, {
		conditions: { wilayas: ["30"], levels: ["national"], mandate_valid: true },
		quotas: [{ ...WOMEN, for: { women_led: true } }],
		criteria: [{ ...QUALITY, anchors: [{ points: 10, meaning: { ar: "إتقان", fr: "Maîtrise" } }] }],
	});
	const association = await actAs(page, "association");
	const { id } = await association("POST", `/events/${event}/applications`, {
		exhibitors: [{ name: "نادية حداد", phone: "0550 12 34 56", card_number: "16-2231" }],
		products: [{ name: { ar: "جرة" }, craft_sector: "02", description: "طين محلي" }],
		needs: { area_m2: 9, water: true },
	});
	await association("POST", `/event-applications/${id}/submission`, undefined);
	const arabic = language === "ar";

	await page.goto(`/${language}/events/${event}`);
	await expect(page.getByText(arabic ? "حصة النساء" : "Quota des femmes")).toBeVisible();
	await expectWellMade(page, /معرض/);
	await signIn(page, language, "association", `/applications/${id}`);
	await expectWellMade(page, arabic ? /طلب مشاركة/ : /Candidature/);
	await expectOutline(page, language, "application");
	await leave(page);

	await signIn(page, language, "chamber", `/my-events/${event}/call`);
	await expectWellMade(page, arabic ? /نداء المشاركة/ : /Appel à participation/);
	await expectOutline(page, language, "call");
	await page.goto(`/${language}/events/${event}/applications`);
	await expectWellMade(page, arabic ? /طلبات المشاركة/ : /Candidatures/);
	await expectOutline(page, language, "eventApplications");
	await page.getByRole("table").getByRole("link").click();
	await expect(page.getByText("نادية حداد")).toBeVisible();
	await expectWellMade(page, arabic ? /جمعية/ : /[Aa]ssociation/);
});
