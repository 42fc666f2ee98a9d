import type { Outline } from "../fixtures/outlines.ts";
import { expect, expectOutline, expectWellMade, expectWellMadeOnPhone } from "../fixtures/page.ts";
import { test } from "../fixtures/rooms.ts";
import type { Role } from "../fixtures/session.ts";
import { lookOnDesks } from "../fixtures/stories.ts";

lookOnDesks();

const PAGES: readonly (readonly [Role, string, RegExp, RegExp, Outline])[] = [
	["association", "/desk", /جمعية|الجمعية/, /[Aa]ssociation/, "desk"],
	["chamber", "/review", /ملفات الجمعيات/, /Dossiers des associations/, "queue"],
	["chamber", "/review?tab=verified", /ملفات الجمعيات/, /Dossiers des associations/, "queue"],
	["chamber", "/review/new", /ملف جديد/, /Nouveau dossier/, "newFile"],
	["association", "/projects", /ورشة المشاريع/, /Atelier des projets/, "projects"],
	["chamber", "/projects", /ورشة المشاريع/, /Atelier des projets/, "projects"],
	["association", "/projects/new", /مشروع جديد/, /Nouveau projet/, "newProject"],
	["ministry", "/projects/portfolio", /اختيار المشاريع/, /Choix des projets/, "portfolio"],
	["association", "/my-applications", /طلبات المشاركة/, /Candidatures/, "ownApplications"],
	["chamber", "/my-events", /تظاهراتنا/, /Nos manifestations/, "ownEvents"],
	["chamber", "/my-events/new", /تظاهرة جديدة/, /Nouvelle manifestation/, "newEvent"],
	["chamber", "/proposals", /اقتراحات التعديل/, /Modifications proposées/, "proposals"],
	["chamber", "/duplicates", /الملفات المتشابهة/, /Doublons probables/, "duplicates"],
	["chamber", "/imports", /استيراد الجمعيات/, /Importer des associations/, "imports"],
	["chamber", "/keys", /مفاتيح البرمجة/, /Clés d’accès/, "keys"],
	["chamber", "/webhooks", /عناوين التبليغ/, /Webhooks/, "webhooks"],
	["chamber", "/invited", /الدعوات/, /Invitations/, "invited"],
	["ministry", "/review", /ملفات الجمعيات/, /Dossiers des associations/, "queue"],
	["ministry", "/institutions", /المؤسسات/, /Institutions/, "institutions"],
	["ministry", "/reference", /البيانات المرجعية/, /Données de référence/, "wilayas"],
	["ministry", "/reference?tab=communes", /البيانات المرجعية/, /Données de référence/, "communes"],
	["ministry", "/reference?tab=sectors", /البيانات المرجعية/, /Données de référence/, "sectors"],
	["ministry", "/reference?tab=rules", /البيانات المرجعية/, /Données de référence/, "rules"],
	["admin", "/keys", /مفاتيح البرمجة/, /Clés d’accès/, "allKeys"],
	["admin", "/people", /الأشخاص/, /Personnes/, "people"],
	["admin", "/audit", /سجل العمليات/, /Journal des opérations/, "audit"],
];

for (const [role, path, arabic, french, outline] of PAGES) {
	test.describe(() => {
		test.use({ role });
		test(`${role}: ${path} is well made`, async ({ page, language }) => {
			await page.goto(`/${language}${path}`);
			await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
			const title = language === "ar" ? arabic : french;
			await expectWellMade(page, title);
			await expectOutline(page, language, outline);
			await expectWellMadeOnPhone(page, title);
		});
	});
}

test.describe(() => {
	test.use({ role: "trainer" });
	test("a page of another role says that it is not among one's rights", async ({
		page,
		language,
	}) => {
		await page.goto(`/${language}/audit`);
		await expect(
			page.getByRole("heading", {
				name:
					language === "ar"
						? "هذه الصفحة ليست ضمن صلاحياتكم"
						: "Cette page ne relève pas de vos droits",
			}),
		).toBeVisible();
		// Said by the page itself: the server is asked nothing that it would refuse.
		await expectWellMade(
			page,
			language === "ar" ? /ليست ضمن صلاحياتكم/ : /ne relève pas de vos droits/,
		);
	});
});

test.describe(() => {
	test.use({ role: "ministry" });
	test("the places of a ministry stand in one line, from a small screen to a large one", async ({
		page,
		language,
	}) => {
		await page.goto(`/${language}/account`);
		const places = page
			.getByRole("navigation", { name: language === "ar" ? "فضاء العمل" : "Espace de travail" })
			.getByRole("link");
		await expect(places).toHaveCount(14);
		for (const width of [1280, 1360, 1440]) {
			await page.setViewportSize({ width, height: 900 });
			const tops = await places.evaluateAll((links) =>
				links.map((one) => one.getBoundingClientRect().top),
			);
			expect(new Set(tops).size, `lines at ${width}`).toBe(1);
			await expect(places.last()).toBeInViewport({ ratio: 1 });
		}
	});
});
