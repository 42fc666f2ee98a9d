import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { type Role, signIn } from "../fixtures/session.ts";

const PAGES: readonly (readonly [Role, string, RegExp, RegExp])[] = [
	["association", "/desk", /جمعية|الجمعية/, /[Aa]ssociation/],
	["chamber", "/review", /ملفات الجمعيات/, /Dossiers des associations/],
	["chamber", "/review?tab=verified", /ملفات الجمعيات/, /Dossiers des associations/],
	["chamber", "/review/new", /ملف جديد/, /Nouveau dossier/],
	["chamber", "/proposals", /اقتراحات التعديل/, /Modifications proposées/],
	["chamber", "/duplicates", /الملفات المتشابهة/, /Doublons probables/],
	["chamber", "/imports", /استيراد الجمعيات/, /Importer des associations/],
	["chamber", "/keys", /مفاتيح البرمجة/, /Clés d’accès/],
	["chamber", "/invited", /الدعوات/, /Invitations/],
	["ministry", "/review", /ملفات الجمعيات/, /Dossiers des associations/],
	["ministry", "/institutions", /المؤسسات/, /Institutions/],
	["ministry", "/reference", /البيانات المرجعية/, /Données de référence/],
	["ministry", "/reference?tab=communes", /البيانات المرجعية/, /Données de référence/],
	["ministry", "/reference?tab=sectors", /البيانات المرجعية/, /Données de référence/],
	["admin", "/people", /الأشخاص/, /Personnes/],
	["admin", "/audit", /سجل العمليات/, /Journal des opérations/],
];

for (const [role, path, arabic, french] of PAGES) {
	test(`${role}: ${path} is well made`, async ({ page, language }) => {
		await signIn(page, language, role, path);
		await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
		await expectWellMade(page, language === "ar" ? arabic : french);
	});
}

test("a page of another role says that it is not among one's rights", async ({
	page,
	language,
	expectRefusal,
}) => {
	expectRefusal(403);
	await signIn(page, language, "trainer", "/audit");
	await expect(
		page.getByRole("heading", {
			name:
				language === "ar"
					? "هذه الصفحة ليست ضمن صلاحياتكم"
					: "Cette page ne relève pas de vos droits",
		}),
	).toBeVisible();
});
