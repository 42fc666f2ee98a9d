import { expect, expectOutline, expectWellMade, test } from "../fixtures/page.ts";

interface Listed {
	id: string;
	registration_number: string;
	name: { ar: string; fr: string | null };
}

async function anyAssociation(baseURL: string | undefined): Promise<Listed> {
	const answer = await fetch(`${baseURL}/api/v1/associations?status=verified&limit=1`);
	const { items } = (await answer.json()) as { items: Listed[] };
	const [first] = items;
	if (!first) throw new Error("the demonstration data has no verified association");
	return first;
}

test("from the directory to an association, and on to the check of its number", async ({
	page,
	language,
	baseURL,
}) => {
	const association = await anyAssociation(baseURL);
	const name = (language === "fr" && association.name.fr) || association.name.ar;
	await page.goto(`/${language}/associations?q=${association.registration_number}`);
	await page.getByRole("link", { name, exact: true }).click();
	await expect(page).toHaveURL(new RegExp(`/associations/${association.id}$`));
	await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
	await expectWellMade(page, new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
	await expectOutline(page, language, "association");

	// Each computed trait says its rule.
	const trait = page
		.getByText(language === "ar" ? "تقودها نساء" : "Conduite par des femmes")
		.first();
	await trait.click();
	await expect(
		page
			.getByText(language === "ar" ? /أكثر من نصف الأعضاء/ : /plus de la moitié des membres/)
			.first(),
	).toBeVisible();

	await page
		.getByRole("link", {
			name: language === "ar" ? "تحقق من التسجيل" : "Vérifier l’enregistrement",
			exact: true,
		})
		.click();
	await expect(page).toHaveURL(new RegExp(`/verify/${association.registration_number}$`));
	await expect(
		page.getByText(
			language === "ar"
				? "جمعية مسجلة، وتسجيلها ساري المفعول"
				: "Association enregistrée, enregistrement valable",
		),
	).toBeVisible();

	// The address in the QR code leads to the same answer.
	await page.goto(`/${language}/verification/${association.registration_number}`);
	await expect(page).toHaveURL(new RegExp(`/verify/${association.registration_number}$`));
});

test("the directory is searched in any spelling, sorted and walked page by page", async ({
	page,
	language,
}) => {
	await page.goto(`/${language}/associations`);
	const table = page.getByRole("table", {
		name: language === "ar" ? "قائمة الجمعيات" : "Liste des associations",
	});
	await expect(table.getByRole("row")).toHaveCount(21);
	const first = await table.getByRole("rowheader").first().textContent();
	await page.getByRole("button", { name: language === "ar" ? "التالي" : "Suivant" }).click();
	await expect(table.getByRole("rowheader").first()).not.toHaveText(first ?? "");
	await page.getByRole("button", { name: language === "ar" ? "السابق" : "Précédent" }).click();
	await expect(table.getByRole("rowheader").first()).toHaveText(first ?? "");
});

test("the map has its twin as a table", async ({ page, language }) => {
	await page.goto(`/${language}/`);
	const map = page.getByRole("figure", {
		name:
			language === "ar" ? /الجمعيات المسجلة بحسب الولاية/ : /Associations enregistrées par wilaya/,
	});
	await map
		.getByRole("button", { name: language === "ar" ? "عرض الجدول" : "Voir le tableau" })
		.click();
	await expect(map.getByRole("row")).toHaveCount(70);
});

test("what was opened once opens without a network", async ({
	page,
	context,
	language,
	expectOffline,
}) => {
	expectOffline();
	test.skip(language !== "ar", "one language is enough");
	await page.goto("/ar/");
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
	});
	await page.reload({ waitUntil: "networkidle" });
	await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
	await context.setOffline(true);
	await page.goto("/ar/").catch(() => undefined);
	await expect(page.getByRole("banner").getByRole("link").first()).toBeVisible();
	await context.setOffline(false);
});
