import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { signIn } from "../fixtures/session.ts";
import { lookTwice } from "../fixtures/stories.ts";

lookTwice();

const WORDS = {
	ar: {
		project: /ورشة الزرابي الجماعية/,
		partner: "دار الثقافة",
		pages: [
			["نموذج العمل الجماعي", /نموذج العمل الجماعي/],
			["عرض القيمة", /عرض القيمة/],
			["الجدوى المالية", /الجدوى المالية/],
			["الأنشطة والجدول الزمني", /الأنشطة والجدول الزمني/],
			["الميزانية والقيمة المكتسبة", /الميزانية والقيمة المكتسبة/],
			["الشركاء", /الشركاء/],
		],
		change: /^(إضافة|تعديل|حفظ|تسوية|تسجيل|فتح|إنهاء|تصحيح|اعتماد|استيراد|تقرير تقدم جديد)/,
	},
	fr: {
		project: /Atelier collectif de tapis/,
		partner: "دار الثقافة",
		pages: [
			["Modèle collectif", /Modèle collectif/],
			["Proposition de valeur", /Proposition de valeur/],
			["Rentabilité", /Rentabilité/],
			["Activités et calendrier", /Activités et calendrier/],
			["Budget et valeur acquise", /Budget et valeur acquise/],
			["Partenaires", /Partenaires/],
		],
		change:
			/^(Ajouter|Modifier|Enregistrer|Solder|Noter|Ouvrir|Conclure|Corriger|Figer|Importer|Nouveau rapport)/,
	},
} as const;

for (const role of ["association", "chamber"] as const) {
	test(`${role}: the pages of a project are well made`, async ({ page, language }) => {
		test.setTimeout(90_000);
		const words = WORDS[language];
		const search = encodeURIComponent(language === "ar" ? "ورشة الزرابي" : "tapis");
		await signIn(page, language, role, `/projects?q=${search}`);
		await page.getByRole("link", { name: words.project }).first().click();
		await expect(page.getByRole("heading", { level: 1, name: words.project })).toBeVisible();
		await expectWellMade(page, words.project);
		for (const [tool, title] of words.pages) {
			await page.getByRole("link", { name: tool, exact: true }).click();
			await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
			await expectWellMade(page, title);
			// On a phone a long page is folded; what it holds is there nonetheless.
			const folded = page
				.getByRole("heading", { level: 2 })
				.getByRole("button", { expanded: false });
			while ((await folded.count()) > 0) await folded.first().click();
			// A chamber reads everything and is offered no change.
			const changes = page.getByRole("main").getByRole("button", { name: words.change });
			if (role === "chamber") await expect(changes).toHaveCount(0);
			else await expect(changes).not.toHaveCount(0);
		}
		await page.getByRole("link", { name: words.partner }).first().click();
		await expect(page.getByRole("heading", { level: 2, name: words.partner })).toBeVisible();
		await expectWellMade(page, new RegExp(`${words.partner}.*${words.pages[5][0]}`));
		const changes = page.getByRole("main").getByRole("button", { name: words.change });
		if (role === "chamber") await expect(changes).toHaveCount(0);
	});
}
