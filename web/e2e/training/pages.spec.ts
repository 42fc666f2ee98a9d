import { expect, expectWellMade, expectWellMadeOnPhone } from "../fixtures/page.ts";
import { test } from "../fixtures/rooms.ts";
import type { Role } from "../fixtures/session.ts";
import { lookOnDesks } from "../fixtures/stories.ts";

lookOnDesks();

/** The cohort of the demonstration data that is being taught, and work handed in there. */
const COHORT = "/cohorts/01941f29-7c00-7000-8000-00000000000d";
const ASSIGNMENT = "/assignments/01941f29-7c00-7000-8000-000000000014";
const SUBMISSION = "/submissions/01941f29-7c00-7000-8000-000000000015";

const PAGES: readonly (readonly [Role, string, RegExp, RegExp])[] = [
	["chamber", "/my-cohorts", /دوراتنا التكوينية/, /Nos sessions de formation/],
	["chamber", "/my-cohorts/new", /دورة جديدة/, /Nouvelle session/],
	["chamber", "/my-courses", /مقرراتنا/, /Nos cours/],
	["chamber", "/my-courses/new", /مقرر جديد/, /Nouveau cours/],
	["chamber", "/trainers", /المكوّنون/, /Formateurs/],
	["trainer", "/trainers", /المكوّنون/, /Formateurs/],
	["association", "/trainers", /ليست ضمن صلاحياتكم/, /ne relève pas de vos droits/],
	["association", "/my-training", /التكوين في جمعيتنا/, /Nos formations/],
	["association", "/my-cohorts", /ليست ضمن صلاحياتكم/, /ne relève pas de vos droits/],
	["association", "/my-courses", /ليست ضمن صلاحياتكم/, /ne relève pas de vos droits/],
	["trainer", `${COHORT}/assignments`, /الأعمال التطبيقية/, /Travaux/],
	["trainer", `${COHORT}/assignments/new`, /عمل تطبيقي جديد/, /Nouveau travail/],
	["trainer", ASSIGNMENT, /نموذج عمل مشروعكم/, /Le modèle d’affaires/],
	["trainer", SUBMISSION, /نموذج عمل مشروعكم/, /Le modèle d’affaires/],
	["association", ASSIGNMENT, /نموذج عمل مشروعكم/, /Le modèle d’affaires/],
	["association", SUBMISSION, /نموذج عمل مشروعكم/, /Le modèle d’affaires/],
	["association", "/peer-reviews", /تقييم أعمال الآخرين/, /Travaux d’autres à évaluer/],
	["trainer", "/peer-reviews", /ليست ضمن صلاحياتكم/, /ne relève pas de vos droits/],
	["chamber", `${COHORT}/certificates`, /الشهادات/, /Certificats/],
	["association", `${COHORT}/certificates`, /الشهادات/, /Certificats/],
	["chamber", `${COHORT}/gradebook`, /كشف النقاط/, /Carnet de notes/],
	["trainer", `${COHORT}/gradebook?view=progress`, /كشف النقاط/, /Carnet de notes/],
	["association", `${COHORT}/gradebook`, /كشف النقاط/, /Carnet de notes/],
	["association", `${COHORT}/gradebook?view=scheme`, /كشف النقاط/, /Carnet de notes/],
	["trainer", "/my-training", /ليست ضمن صلاحياتكم/, /ne relève pas de vos droits/],
];

for (const [role, path, arabic, french] of PAGES) {
	test.describe(() => {
		test.use({ role });
		test(`${role}: ${path} is well made`, async ({ page, language }) => {
			await page.goto(`/${language}${path}`);
			await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
			const title = language === "ar" ? arabic : french;
			await expectWellMade(page, title);
			await expectWellMadeOnPhone(page, title);
		});
	});
}
