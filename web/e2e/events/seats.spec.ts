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

	await signIn(page, "ar", "chamber", `/applications/${applications[0]}`);
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
