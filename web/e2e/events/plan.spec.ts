import { actAs, announce, type Send } from "../fixtures/calls.ts";
import { closedCall, scoreAll, shareOut } from "../fixtures/commission.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { leave, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

const square = (x: number, y: number, width = 300, depth = 300) => [
	{ x, y },
	{ x: x + width, y },
	{ x: x + width, y: y + depth },
	{ x, y: y + depth },
];

/** A hall with four stands along an aisle; the first has water. */
const PLAN = {
	halls: [
		{ id: "A", prefix: "A", polygon: square(0, 0, 1200, 600), entrances: [{ x: 0, y: 450 }] },
	],
	aisles: [{ polygon: square(0, 300, 1200, 300) }],
	stands: [1, 2, 3, 4].map((number) => ({
		number: `A0${number}`,
		hall: "A",
		polygon: square(1200 - number * 300, 0),
		services: { power_w: 0, water: number < 3, fire: false },
	})),
	quarters: [{ id: "clay", name: { ar: "حي الفخار" }, sectors: ["02"], stands: ["A02"] }],
};

/** Two associations with a seat, by API. */
async function seated(
	page: Parameters<typeof actAs>[0],
): Promise<{ event: string; chamber: Send }> {
	const { event, chamber } = await closedCall(page, "معرض الأجنحة", 1, { capacity: 2 });
	await shareOut(page, chamber, event);
	await scoreAll(page, event, () => 8);
	await chamber("POST", `/events/${event}/selection/seed`, {
		seed: "4 8 15 16",
		source: "سحب عمومي",
	});
	await chamber("PUT", `/events/${event}/follow-up`, { questions: [] });
	await chamber("POST", `/events/${event}/selection/publication`, undefined);
	return { event, chamber };
}

test("an officer draws a plan with the keyboard alone and publishes it", async ({
	page,
	expectRefusal,
}) => {
	test.setTimeout(60_000);
	// Whether there is a plan is asked by reading it.
	expectRefusal(404);
	const chamber = await actAs(page, "chamber");
	const event = await announce(chamber, "معرض المخطط", {});
	await signIn(page, "ar", "chamber", `/events/${event}/plan/edit`);
	await expect(page.getByText("ابدؤوا بالقاعة")).toBeVisible();
	const press = async (name: string | RegExp) => {
		await page.getByRole("button", { name, exact: true }).focus();
		await page.keyboard.press("Enter");
	};
	const add = page.getByRole("region", { name: "إضافة بالأرقام" });
	await add.getByLabel("العرض").fill("12");
	await add.getByLabel("العمق").fill("9");
	await press("إضافة إلى المخطط");
	await add.getByLabel("النوع").selectOption("ممر");
	await add.getByLabel("من اليسار").fill("0");
	await add.getByLabel("من الأعلى").fill("3");
	await add.getByLabel("العرض").fill("12");
	await add.getByLabel("العمق").fill("3");
	await press("إضافة إلى المخطط");
	const rows = page.getByRole("region", { name: "صف من الأجنحة" });
	await rows.getByLabel("أجنحة الصف").fill("4");
	await rows.getByLabel("عدد الصفوف").fill("2");
	await rows.getByRole("button", { name: /إضافة .*8/ }).focus();
	await page.keyboard.press("Enter");
	await expect(page.getByText("لا خطأ في المخطط.")).toBeVisible();

	await press(/^اختيار .*A01/);
	const chosen = page.getByRole("region", { name: "جناح", exact: true });
	await chosen.getByLabel("ماء").focus();
	await page.keyboard.press("Space");
	const sheet = page.getByRole("region", { name: /^رسم المخطط/ });
	await sheet.focus();
	await page.keyboard.press("ArrowDown");
	await expect(chosen.getByLabel("من الأعلى (م)", { exact: true })).toHaveValue("0.5");
	await expect(page.getByText("تداخل بين شكلين").first()).toBeVisible();
	await sheet.focus();
	await page.keyboard.press("Control+z");
	await expect(chosen.getByLabel("من الأعلى (م)", { exact: true })).toHaveValue("0");
	await expect(page.getByText("لا خطأ في المخطط.")).toBeVisible();
	await press("حفظ");
	await expect(page.getByText("حُفظ المخطط.")).toBeVisible();
	await press("نشر المخطط");
	await expect(page.getByText("المخطط منشور", { exact: true })).toBeVisible();
	await expectWellMade(page, /مخطط الأجنحة/);
});

/** A drawing in metres from another program: nothing in it has a number. */
const DRAWING = JSON.stringify({
	type: "FeatureCollection",
	features: [
		["hall", 0, 0, 12, 9],
		["aisle", 0, 3, 12, 3],
		["stand", 0, 0, 3, 3],
		["stand", 3, 0, 3, 3],
		["stand", 6, 0, 3, 3],
	].map(([kind, x, y, width, depth]) => ({
		type: "Feature",
		properties: { kind },
		geometry: {
			type: "Polygon",
			coordinates: [
				[...square(Number(x), Number(y), Number(width), Number(depth)), { x, y }].map((at) => [
					at.x,
					at.y,
				]),
			],
		},
	})),
});

test("a drawing made elsewhere tells its size before it is taken, and all its stands are numbered at once", async ({
	page,
	expectRefusal,
}) => {
	expectRefusal(404);
	const chamber = await actAs(page, "chamber");
	const event = await announce(chamber, "معرض الرسم المستورد", {});
	await signIn(page, "ar", "chamber", `/events/${event}/plan/edit`);
	await page.getByRole("button", { name: "استيراد رسم" }).click();
	const dialog = page.getByRole("dialog");
	const read = async (name: string, text: string) => {
		const buffer = Buffer.from(text);
		await dialog
			.getByLabel("ملف الرسم")
			.setInputFiles({ name, mimeType: "application/octet-stream", buffer });
		await dialog.getByRole("button", { name: "قراءة الملف" }).click();
	};
	const again = dialog.getByRole("button", { name: "قراءة ملف آخر أو بوحدة أخرى" });

	await read("words.svg", '<svg xmlns="http://www.w3.org/2000/svg"><text>A</text></svg>');
	await expect(dialog.getByText("لم يُعرف أي عنصر في هذا الملف.")).toBeVisible();
	await expect(dialog.getByRole("button", { name: "اعتماد الرسم" })).toHaveCount(0);
	await again.click();
	await read("long.svg", " ".repeat(4 * 1024 * 1024 + 1));
	await expect(dialog.getByText(/^الملف أكبر من 4 ميغابايت/)).toBeVisible();

	await read("hall.geojson", DRAWING);
	await expect(dialog.getByText(/^حجم الرسم: .*0,12.* م على .*0,09.* م$/)).toBeVisible();
	await again.click();
	await dialog.getByLabel("وحدة الرسم").selectOption("المتر");
	await dialog.getByRole("button", { name: "قراءة الملف" }).click();
	await expect(dialog.getByText(/^حجم الرسم: .*12.* م على .*9.* م$/)).toBeVisible();
	await dialog.getByRole("button", { name: "اعتماد الرسم" }).click();

	const check = page.getByRole("region", { name: "التحقق من المخطط", exact: true });
	await expect(check.getByText("3 أجنحة دون رقم.")).toBeVisible();
	await expect(check.getByRole("listitem")).toHaveCount(1);
	await check.getByRole("button", { name: "ترقيم الأجنحة" }).click();
	await dialog.getByRole("button", { name: "ترقيم", exact: true }).click();
	await expect(page.getByText("لا خطأ في المخطط.")).toBeVisible();
});

test("stands are given by hand and as the machine proposes, and a visitor finds one", async ({
	page,
}) => {
	test.setTimeout(90_000);
	const { event, chamber } = await seated(page);
	await chamber("PUT", `/events/${event}/plan`, PLAN);
	await chamber("POST", `/events/${event}/plan/publication`, { published: true });

	// A quarter that lists its stands has a line around them, at the same place in every language.
	const quarter = page.locator('[data-key="quarter/0"]');
	const line = "615,15 885,15 885,285 615,285";
	for (const [language, way] of [
		["ar", "plan/edit"],
		["fr", "plan"],
		["ar", "stands"],
	] as const) {
		await signIn(page, language, "chamber", `/events/${event}/${way}`);
		await expect(quarter.locator("polygon")).toHaveAttribute("points", line);
		await expect(quarter.getByText("حي الفخار")).toBeVisible();
	}
	await expect(page.getByText("عارضان دون جناح.")).toBeVisible();
	const give = page.getByRole("region", { name: "إسناد جناح" });
	await give.getByRole("combobox", { name: "العارض" }).focus();
	await page.keyboard.press("ArrowDown");
	await expect(page.getByRole("option").first()).toBeVisible();
	await page.keyboard.press("Enter");
	await expect(give.getByRole("combobox", { name: "العارض" })).not.toHaveValue("");
	await give.getByRole("combobox", { name: "الجناح" }).fill("A01");
	await expect(page.getByRole("option", { name: /A01/ })).toBeVisible();
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Enter");
	await expect(give.getByRole("combobox", { name: "الجناح" })).toHaveValue(/A01/);
	await give.getByRole("checkbox", { name: "تثبيت الجناح لصاحبه" }).focus();
	await page.keyboard.press("Space");
	await give.getByRole("button", { name: "إسناد", exact: true }).focus();
	await page.keyboard.press("Enter");
	await expect(page.getByText("عارض واحد دون جناح.")).toBeVisible();
	// Both are in sight, as for whoever drags one to the other: a page that scrolls under a mouse ends the drag.
	await page.evaluate(() => scrollTo({ top: 320, behavior: "instant" }));
	await page
		.getByRole("listitem")
		.filter({ hasText: "دون جناح" })
		.dragTo(page.locator('[data-stand="A04"]'), { steps: 4 });
	await expect(page.getByText("لكل عارض جناح.")).toBeVisible();

	await page.getByRole("button", { name: "اقتراح الأجنحة" }).click();
	await expect(page.getByText("هذا اقتراح، وهو معروض على الرسم.")).toBeVisible();
	await expect(page.getByText(/في حي حرفته/)).toBeVisible();
	await expect(page.getByText(/كان في .*A04/)).toBeVisible();
	await expectWellMade(page, /إسناد الأجنحة/);
	await page.getByRole("button", { name: "اعتماد الاقتراح" }).click();
	await expect(page.getByText("اعتُمد الاقتراح.")).toBeVisible();
	await leave(page);

	await page.goto(`/ar/events/${event}`);
	await page.getByRole("link", { name: "أين هو كل عارض" }).click();
	await page.getByRole("searchbox").fill("A01");
	await expect(page.getByText("جناح واحد يوافق البحث.")).toBeVisible();
	const stand = page.getByRole("region", { name: /^الجناح/ });
	await expect(stand.getByRole("link", { name: /جمعية/ })).toBeVisible();
	await expect(page.locator('[data-stand="A01"]')).toHaveAttribute("data-found", "true");
	await expectWellMade(page, /مخطط المعرض/);
});
