import { actAs, instantIn } from "../fixtures/calls.ts";
import { closedCall, scoreAll, shareOut } from "../fixtures/commission.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { leave, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("a seat that is not taken in time goes to the next one", async ({ page, expectRefusal }) => {
	// Whether there is a plan is asked by reading its stands.
	expectRefusal(404);
	test.setTimeout(60_000);
	const { event, chamber, applications } = await closedCall(page, "معرض الآجال", 1, {
		capacity: 1,
	});
	await shareOut(page, chamber, event);
	await scoreAll(page, event, (number) => 10 - number);
	await chamber("POST", `/events/${event}/selection/seed`, {
		seed: "4 8 15 16",
		source: "سحب عمومي",
	});
	await chamber("PUT", `/events/${event}/follow-up`, { due_at: instantIn(0, -5) });
	await chamber("POST", `/events/${event}/selection/publication`, undefined);

	await signIn(page, "ar", "association", `/applications/${applications[0]}`);
	await expect(page.getByText("انتهى أجل تأكيد المقعد في")).toBeVisible();
	await expect(page.getByRole("button", { name: "تأكيد المقعد" })).toHaveCount(0);
	await leave(page);

	// The officer finds who has not taken a seat, and goes on from there.
	await signIn(page, "ar", "chamber", `/events/${event}/seats`);
	const untaken = page.getByRole("region", { name: "مقاعد لم تُؤكد بعد" });
	await expect(untaken.getByRole("row")).toHaveCount(2);
	await expectWellMade(page, /المقاعد/);
	await untaken.getByRole("link").click();
	await page.getByRole("button", { name: "إعطاء المقعد لمن يليها" }).click();
	const dialog = page.getByRole("alertdialog");
	await dialog.getByLabel("السبب").fill("لم يؤكد المقعد في الأجل");
	await dialog.getByRole("button", { name: "إعطاء المقعد لمن يليها" }).click();
	await expect(page.getByRole("region", { name: "مراحل الطلب" })).toContainText(
		"لم يؤكد المقعد في الأجل",
	);
	await page.goto(`/ar/applications/${applications[1]}`);
	await expect(page.getByRole("heading", { level: 1 }).locator("..")).toContainText("مختار");
	await expectWellMade(page, /جمعية/);
	await leave(page);

	await signIn(page, "ar", "association", `/applications/${applications[0]}`);
	await expect(page.getByRole("region", { name: "مراحل الطلب" })).toContainText("مسحوب");
});

test("from the first day on the organisers record who came, and can put it right", async ({
	page,
	expectRefusal,
}) => {
	expectRefusal(404);
	test.setTimeout(60_000);
	const made = await closedCall(
		page,
		"معرض اليوم",
		0,
		{ capacity: 1, closes_at: instantIn(0, 60) },
		0,
	);
	const { event, chamber, applications } = made;
	await shareOut(page, chamber, event);
	await scoreAll(page, event, () => 8);
	await chamber("POST", `/events/${event}/selection/seed`, {
		seed: "4 8 15 16",
		source: "سحب عمومي",
	});
	await chamber("PUT", `/events/${event}/follow-up`, { questions: [] });
	await chamber("POST", `/events/${event}/selection/publication`, undefined);
	await (await actAs(page, "association"))(
		"POST",
		`/event-applications/${applications[0]}/confirmation`,
		{},
	);
	await signIn(page, "ar", "chamber", `/applications/${applications[0]}`);
	const state = page.getByRole("heading", { level: 1 }).locator("..");
	await page.getByRole("button", { name: "تغيبت" }).click();
	await expect(state).toContainText("تغيب");
	await page.getByRole("button", { name: "حضرت" }).click();
	await expect(state).toContainText("شارك");
	await expect(page.getByRole("button", { name: "حضرت" })).toBeDisabled();
	await expectWellMade(page, /جمعية/);
});

test("what was answered with a seat is found again elsewhere, and only read once the time is over", async ({
	page,
	expectRefusal,
}) => {
	expectRefusal(404);
	test.setTimeout(60_000);
	const made = await closedCall(page, "معرض الأجوبة", 0, { capacity: 1 });
	const { event, chamber, applications } = made;
	const own = `/applications/${applications[0]}`;
	await shareOut(page, chamber, event);
	await scoreAll(page, event, () => 8);
	await chamber("POST", `/events/${event}/selection/seed`, {
		seed: "4 8 15 16",
		source: "سحب عمومي",
	});
	const questions = [
		{ code: "arrival", question: { ar: "متى تصلون؟" }, kind: "words", required: true },
		{ code: "van", question: { ar: "هل معكم شاحنة؟" }, kind: "yes_no" },
	];
	await chamber("PUT", `/events/${event}/follow-up`, { due_at: instantIn(2), questions });
	await chamber("POST", `/events/${event}/selection/publication`, undefined);

	await signIn(page, "ar", "association", own);
	await page.getByRole("button", { name: "تأكيد المقعد" }).click();
	await expect(page.getByLabel("متى تصلون؟")).toHaveAttribute("aria-invalid", "true");
	await page.getByLabel("متى تصلون؟").fill("عشية الافتتاح");
	await page.getByLabel("هل معكم شاحنة؟").selectOption("no");
	await page.getByRole("button", { name: "تأكيد المقعد" }).click();
	await expect(page.getByText("يمكنكم تعديل أجوبتكم حتى")).toBeVisible();
	await leave(page);

	// In a browser that knows nothing of it.
	await signIn(page, "ar", "association", own);
	await expect(page.getByLabel("متى تصلون؟")).toHaveValue("عشية الافتتاح");
	await expect(page.getByLabel("هل معكم شاحنة؟")).toHaveValue("no");
	await page.getByRole("button", { name: "سحب الطلب" }).click();
	const leaving = page.getByRole("alertdialog");
	await expect(leaving).toContainText("يُعطى مقعدكم لمن يليكم في القائمة، ولا يُسترجع");
	await leaving.getByRole("button", { name: "رجوع" }).click();
	await chamber("PUT", `/events/${event}/follow-up`, { due_at: instantIn(0, -5), questions });
	await page.reload();
	const seat = page.getByRole("region", { name: "مقعدكم" });
	await expect(seat).toContainText("انتهى أجل تعديل الأجوبة في");
	await expect(seat).toContainText("عشية الافتتاح");
	await expect(seat.getByRole("button")).toHaveCount(0);
	await leave(page);

	await signIn(page, "ar", "chamber", own);
	await expect(page.getByRole("region", { name: "أجوبة الجمعية" })).toContainText("عشية الافتتاح");
	await page.goto(`/ar/events/${event}/seats`);
	await expect(page.getByText("لا مقعد ينتظر التأكيد.")).toBeVisible();
});
