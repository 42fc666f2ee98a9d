import { actAs, announce } from "../fixtures/calls.ts";
import { CRITERIA, closedCall, shareOut } from "../fixtures/commission.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { around, leave, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("a reviewer who is not free leaves an application to others, and declares what comes next", async ({
	page,
}) => {
	test.setTimeout(60_000);
	const { event, chamber } = await closedCall(page, "معرض المصالح", 1, {});
	await shareOut(page, chamber, event);
	const trainer = await actAs(page, "trainer");
	const { items } = await trainer("GET", `/event-reviews?event_id=${event}`, undefined);
	await signIn(page, "ar", "trainer", `/my-reviews/${items[0]?.id}`);
	await page.getByRole("button", { name: "الاعتذار عن التقييم" }).click();
	const dialog = page.getByRole("alertdialog");
	await expect(dialog.getByLabel("سبب الاعتذار")).toHaveValue("conflict");
	await dialog.getByLabel("الشرح").fill("أحد أقاربي عضو فيها");
	await dialog.getByRole("button", { name: "الاعتذار عن التقييم" }).click();
	await expect(page.getByText("صرحتم بتضارب المصالح في هذا الطلب")).toBeVisible();
	await expect(page.getByText("أحد أقاربي عضو فيها")).toBeVisible();
	await expect(page.getByRole("radio")).toHaveCount(0);

	// An interest in the other association, found by typing, takes its application away too.
	const other = await page.request.get("/api/v1/associations?wilaya=16&limit=1&sort=-name");
	const [found] = ((await other.json()) as { items: { name: { ar: string } }[] }).items;
	const name = found?.name.ar ?? "";
	await page.goto(`/ar/my-reviews/conflicts/${event}`);
	await page.getByLabel("البحث عن جمعية باسمها").fill(name);
	await page.getByRole("button", { name: `إضافة \u2068${name}\u2069`, exact: true }).click();
	await page.getByRole("button", { name: "حفظ", exact: true }).click();
	await expect(page.getByText("حُفظ التصريح")).toBeVisible();
	await expectWellMade(page, /التصريح بتضارب المصالح/);
	await page.reload();
	await expect(page.getByRole("button", { name: new RegExp(`حذف .*${name}`) })).toBeVisible();
	await leave(page);
	const { items: left } = await (await actAs(page, "trainer"))(
		"GET",
		`/event-reviews?event_id=${event}&status=conflict`,
		undefined,
	);
	expect(left).toHaveLength(2);

	// The organisers see what lacks.
	await signIn(page, "ar", "chamber", `/events/${event}/commission`);
	await page.getByRole("button", { name: "توزيع الطلبات" }).click();
	const shared = page.getByRole("region", { name: "توزيع الطلبات" }).getByRole("alert");
	await expect(shared).toContainText("طلبان ينقصهما مقيّمون");
	await expect(shared.getByRole("listitem")).toHaveCount(2);
});

test("a reviewer who has no applications yet finds where to declare interests; what is written is folded away", async ({
	page,
	expectRefusal,
}) => {
	// Somebody who reviews nothing there is told so.
	expectRefusal(404);
	const chamber = await actAs(page, "chamber");
	const name = `معرض بلا توزيع ${Date.now()}`;
	const event = await announce(chamber, name, {});
	await signIn(page, "ar", "trainer", "/my-reviews");
	const events = page.getByRole("table", { name: "التظاهرات التي تقيّمون فيها" });
	const here = events.getByRole("row", { name });
	await expect(events).toBeVisible();
	// The demonstration has one whose call is open still.
	await expect(events.getByRole("row", { name: "الصالون الجهوي للزربية" })).toContainText(
		/لم تصرحوا بعد|لا مصلحة لكم|جمعي/,
	);
	await expect(here).toHaveCount(0);
	await page.goto(`/ar/my-reviews/conflicts/${event}`);
	await expect(page.getByText("لستم من مقيّمي هذه التظاهرة")).toBeVisible();
	const me = await (await actAs(page, "trainer"))("GET", "/me", undefined);
	await chamber("PUT", `/events/${event}/reviewers/${me.id}`, {});
	await page.goto("/ar/my-reviews");
	await expect(here).toContainText("لم تصرحوا بعد");
	await here.getByRole("link", { name: around("التصريح لتظاهرة", name) }).click();
	await expect(page).toHaveURL(new RegExp(`/my-reviews/conflicts/${event}$`));
	// That there is none is said too.
	await expect(page.getByText("فاحفظوا القائمة فارغة")).toBeVisible();
	await page.getByRole("button", { name: "حفظ", exact: true }).click();
	await expect(page.getByText("حُفظ التصريح")).toBeVisible();
	await expect(page.getByText("آخر تصريح")).toBeVisible();
	await page.getByRole("link", { name: "تقييماتي" }).first().click();
	await expect(here).toContainText("لا مصلحة لكم");
	await expect(
		here.getByRole("link", { name: around("تعديل التصريح لتظاهرة", name) }),
	).toBeVisible();
	const done = page.getByRole("table", { name: "ما قيّمتموه أو اعتذرتم عنه" });
	await expect(done).toHaveCount(0);
	await page.getByText("ما قيّمتموه أو اعتذرتم عنه", { exact: true }).click();
	await expect(done.getByRole("row").nth(1)).toBeVisible();
	await expect(done).not.toContainText("للتقييم");
	await expectWellMade(page, /تقييماتي/);
});

test("the same review in two windows: the second keeps what was typed, and chooses", async ({
	page,
	expectRefusal,
}) => {
	test.setTimeout(60_000);
	expectRefusal(412);
	const { event, chamber } = await closedCall(page, "معرض النافذتين", 0, {});
	await shareOut(page, chamber, event);
	const elsewhere = await actAs(page, "national");
	const { items } = await elsewhere("GET", `/event-reviews?event_id=${event}`, undefined);
	const id = items[0]?.id;
	await signIn(page, "ar", "national", `/my-reviews/${id}`);
	const groups = page.getByRole("group", { name: /من المعدل/ });
	await expect(groups).toHaveCount(2);
	for (const group of await groups.all())
		await group.getByRole("radio", { name: "7", exact: true }).check({ force: true });
	await elsewhere("PUT", `/event-reviews/${id}/points`, {
		points: CRITERIA.map(({ code }) => ({ criterion: code, points: 2 })),
	});
	await page.getByRole("button", { name: "حفظ التقييم" }).click();
	await page.getByRole("alertdialog").getByRole("button", { name: "أخذ النسخة الأخرى" }).click();
	await expect(page.locator("output")).toContainText("2,00");
	await page
		.getByRole("group", { name: /جودة المنتج/ })
		.getByRole("radio", { name: "5", exact: true })
		.check({ force: true });
	await page.getByRole("button", { name: "حفظ التقييم" }).click();
	await expect(page.getByText("حُفظ التقييم")).toBeVisible();
	await expect(page.locator("output")).toContainText("4,00");
});

test("an officer who reviews is not shown who has applied, and is told why and what to do", async ({
	page,
	expectRefusal,
}) => {
	test.setTimeout(60_000);
	expectRefusal(403);
	const { event, chamber, applications } = await closedCall(page, "معرض المهمتين", 0, {});
	const me = await chamber("GET", "/me", undefined);
	await chamber("PUT", `/events/${event}/reviewers/${me.id}`, {});
	await signIn(page, "ar", "chamber", `/events/${event}/applications`);
	const why = page.getByText("فلا تطّلعون على أسماء أصحاب الطلبات قبل نشر الاختيار");
	await expect(why).toBeVisible();
	await expect(page.getByRole("table")).toHaveCount(0);
	await expectWellMade(page, /طلبات المشاركة/);
	await page.goto(`/ar/applications/${applications[0]}`);
	await expect(page.getByRole("heading", { level: 1, name: "مهمتان لا تجتمعان" })).toBeVisible();
	await expect(why).toBeVisible();
	await expectWellMade(page, /مهمتان لا تجتمعان/);
	// The rest of the commission's desk is there.
	await page.goto(`/ar/events/${event}/commission`);
	await expect(page.getByRole("table", { name: "المقيّمون" }).getByRole("row")).toHaveCount(2);
	const scores = page.getByRole("region", { name: "نقاط الطلبات" });
	await expect(scores.getByText("فلا تطّلعون على أسماء")).toBeVisible();
	await expectWellMade(page, /لجنة/);
	await scores.getByRole("button", { name: "التخلي عن مهمة التقييم" }).click();
	await page
		.getByRole("alertdialog")
		.getByRole("button", { name: "التخلي عن مهمة التقييم" })
		.click();
	await expect(scores.getByRole("table")).toBeVisible();
	await page.goto(`/ar/events/${event}/applications`);
	await expect(page.getByRole("table").getByRole("link")).toHaveCount(1);
});
