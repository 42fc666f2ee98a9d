import { dayIn } from "../fixtures/calls.ts";
import { badgesOf, openedToday, presenceOf, waitingIn, withCamera } from "../fixtures/gate.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { around, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("a button pressed twice lets one person in, not whoever stands in the list after", async ({
	page,
}) => {
	const { event, chamber, badges } = await openedToday(page, "معرض النقرتين", 2);
	const last = badges.at(-1);
	if (!last) throw new Error("a badge is needed");
	await signIn(page, "ar", "chamber", `/events/${event}/check-in`);
	const desk = page.getByRole("region", { name: "تسجيل الدخول والخروج" });
	await desk.getByLabel("رمز الشارة أو الاسم أو الجمعية أو الجناح").fill(last.association_name.ar);
	await desk.getByRole("button", { name: around("دخول:", last.name) }).dblclick();
	await expect(desk.getByRole("status").first()).toContainText("سُجّل الدخول");
	await expect.poll(() => presenceOf(chamber, event)).toMatchObject({ came: 1, inside: 1 });
	await expect(page.getByRole("region", { name: "المزامنة" })).toContainText(
		"لا شيء ينتظر الإرسال",
	);
	expect(await presenceOf(chamber, event)).toMatchObject({ came: 1, inside: 1 });
	expect((await badgesOf(chamber, event)).find(({ inside }) => inside)?.code).toBe(last.code);
});

test("who comes and goes is recorded without a connection too, and each counts once", async ({
	page,
	context,
	expectOffline,
	expectRefusal,
}) => {
	test.setTimeout(90_000);
	expectOffline();
	// What is under way when somebody signs out.
	expectRefusal(401);
	const show = await withCamera(page);
	const { event, chamber, badges } = await openedToday(page, "معرض الباب", 3);
	const [first, second, third] = badges;
	if (!first || !second || !third) throw new Error("three badges are needed");
	await signIn(page, "ar", "chamber", `/events/${event}`);
	await page.getByRole("main").getByRole("link", { name: "الدخول والخروج" }).click();
	const desk = page.getByRole("region", { name: "تسجيل الدخول والخروج" });
	const sync = page.getByRole("region", { name: "المزامنة" });
	const field = desk.getByLabel("رمز الشارة أو الاسم أو الجمعية أو الجناح");
	const read = async (code: string) => {
		await field.fill(code);
		await field.press("Enter");
	};
	const answer = desk.getByRole("status").first();

	// With a connection: read by a scanner.
	await read(first.code);
	await expect(answer).toContainText("سُجّل الدخول");
	await expect(answer).toContainText("أول دخول");
	await expect(sync).toContainText("لا شيء ينتظر الإرسال");
	await expect.poll(() => presenceOf(chamber, event)).toEqual({ badges: 4, came: 1, inside: 1 });
	await expect(page.getByText("تُفتح من جديد بلا اتصال")).toBeVisible();
	await expectWellMade(page, /الدخول والخروج/);

	// Without: two come in, one of them by hand, and the first goes.
	await context.setOffline(true);
	await expect(sync).toContainText("بلا اتصال");
	await read(`${second.code.slice(0, 5)}-${second.code.slice(5).toLowerCase()}`);
	await expect(sync).toContainText("تسجيل واحد ينتظر الإرسال");
	await field.fill(third.association_name.ar);
	const row = desk.getByRole("listitem").filter({ hasText: third.association_name.ar });
	await row.getByRole("button", { name: around("دخول:", third.name) }).click();
	await expect(sync).toContainText("تسجيلان ينتظران الإرسال");
	await desk.getByLabel("عند قراءة شارة").selectOption({ label: "خروج مباشر" });
	await read(first.code);
	await expect(answer).toContainText("سُجّل الخروج");
	await expect(sync).toContainText("3 تسجيلات تنتظر الإرسال");
	// The same badge read twice in a moment is one reading.
	await read(first.code);
	await expect(answer).toContainText("قُرئت هذه الشارة قبل لحظات");
	const presence = page.getByRole("region", { name: "الحضور" });
	await expect(presence).toContainText("3 من 4");
	expect((await badgesOf(chamber, event)).filter(({ inside }) => inside)).toHaveLength(1);

	// Closed and opened again, still without: everything is there.
	await page.reload();
	await expect(sync).toContainText("3 تسجيلات تنتظر الإرسال");
	await expect(presence).toContainText("3 من 4");
	await expect(page.getByText("فُتحت الصفحة بلا اتصال")).toBeVisible();

	// Back online: each counts once; what is sent again does nothing more.
	const entries = await waitingIn(page);
	expect(entries).toHaveLength(3);
	await context.setOffline(false);
	await expect(sync).toContainText("لا شيء ينتظر الإرسال");
	await expect(sync).toContainText("متصل");
	expect(await presenceOf(chamber, event)).toEqual({ badges: 4, came: 3, inside: 2 });
	const again = { device: "gate-2", sent_at: new Date().toISOString(), entries };
	expect(await chamber("POST", `/events/${event}/check-ins`, again)).toMatchObject({
		recorded: 0,
		repeated: 3,
		refused: [],
	});
	expect(await presenceOf(chamber, event)).toEqual({ badges: 4, came: 3, inside: 2 });
	await expect(page.getByText("فُتحت الصفحة بلا اتصال")).toHaveCount(0);

	// A badge of nobody: told at once, and by the server if it is recorded all the same.
	await read("00000-00000");
	await expect(answer).toContainText("ليس في القائمة المحفوظة");
	await answer.getByRole("button", { name: "تسجيل الدخول مع ذلك" }).click();
	const refused = page.getByRole("region", { name: "تسجيلات لم تُقبل" });
	await expect(refused).toContainText("لا توجد شارة بهذا الرمز في هذه التظاهرة");
	await refused.getByRole("button", { name: /إخفاء/ }).click();
	await expect(refused).toHaveCount(0);

	// The camera, where the browser reads codes.
	await desk.getByRole("button", { name: "قراءة الرمز بالكاميرا" }).click();
	await show(first.code);
	await expect(answer).toContainText("سُجّل الدخول");
	await expect(answer).toContainText("سبق الدخول أول مرة");
	await desk.getByRole("button", { name: "إغلاق الكاميرا" }).click();

	// The list for paper, made when the browser prints.
	await page.evaluate(() => {
		globalThis.print = () => dispatchEvent(new Event("beforeprint"));
	});
	await page.getByRole("button", { name: "طباعة القائمة الورقية" }).click();
	await page.emulateMedia({ media: "print" });
	const paper = page.getByRole("region", { name: "قائمة الدخول والخروج" });
	await expect(paper.getByRole("row")).toHaveCount(5);
	await expect(paper).toContainText(first.code);
	await expect(field).toBeHidden();
	await page.emulateMedia({ media: "screen" });
	await expect(field).toBeVisible();
	await page.evaluate(() => dispatchEvent(new Event("afterprint")));

	// One association has not come; that is written down from the last day on.
	const absent = page.getByRole("region", { name: "الغائبون" });
	await expect(absent.getByRole("listitem")).toHaveCount(1);
	const write = absent.getByRole("button", { name: "تسجيل الغياب" });
	await expect(write).toBeDisabled();
	await chamber("PATCH", `/events/${event}`, { ends_on: dayIn(0) });
	await sync.getByRole("button", { name: "مزامنة الآن" }).click();
	await write.click();
	await page.getByRole("alertdialog").getByRole("button", { name: "تسجيل الغياب" }).click();
	await expect(page.getByText("سُجل غياب جمعية واحدة")).toBeVisible();
	const file = page.waitForEvent("download");
	await page.getByRole("button", { name: "شارات العارضين" }).click();
	expect((await file).suggestedFilename()).toBe("badges.pdf");

	// Whoever signs out leaves no names behind.
	await page.getByRole("link", { name: /غرفة/ }).first().click();
	await page.getByRole("button", { name: "تسجيل الخروج" }).click();
	await expect(page.getByRole("link", { name: "تسجيل الدخول" }).first()).toBeVisible();
	await expect
		.poll(() => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)))
		.toEqual(["check-in-outbox"]);
});

test("once an event is closed nobody is let in or out; what was recorded offline is still sent", async ({
	page,
	context,
	expectOffline,
}) => {
	test.setTimeout(90_000);
	expectOffline();
	const { event, chamber, badges } = await openedToday(page, "معرض يُختتم", 2);
	const [first] = badges;
	if (!first) throw new Error("a badge is needed");
	await signIn(page, "ar", "chamber", `/events/${event}/check-in`);
	const desk = page.getByRole("region", { name: "تسجيل الدخول والخروج" });
	const sync = page.getByRole("region", { name: "المزامنة" });
	await expect(desk.getByRole("button", { name: /دخول:/ }).first()).toBeVisible();
	await context.setOffline(true);
	await desk.getByLabel(/رمز الشارة/).fill(first.code);
	await page.keyboard.press("Enter");
	await expect(sync).toContainText("تسجيل واحد ينتظر الإرسال");
	await chamber("POST", `/events/${event}/closure`, undefined);
	await context.setOffline(false);
	await sync.getByRole("button", { name: "مزامنة الآن" }).click();
	await expect(page.getByText("انتهت التظاهرة بقرار من منظميها")).toBeVisible();
	await expect(sync).toContainText("لا شيء ينتظر الإرسال");
	expect(await presenceOf(chamber, event)).toMatchObject({ came: 1, inside: 1 });
	const list = page.getByRole("region", { name: "قائمة الشارات" });
	await expect(list.getByRole("button", { name: /دخول:|خروج:/ })).toHaveCount(0);
	await list.getByLabel(/رمز الشارة/).fill("00000-00000");
	await page.keyboard.press("Enter");
	await expect(list.getByText(/ليس في القائمة المحفوظة/)).toBeVisible();
	await expect(list.getByRole("button", { name: "تسجيل الدخول مع ذلك" })).toHaveCount(0);
	await expectWellMade(page, /الدخول والخروج/);
});
