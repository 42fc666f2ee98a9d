import { actAs, dayIn, type Send } from "../fixtures/calls.ts";
import { enrolled, marksIn, taughtToday, underWay } from "../fixtures/cohort-data.ts";
import { fillDay } from "../fixtures/fields.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { accountOf, around, leave, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

const NAMES = ["نادية بن عودة", "سعاد بن عودة"] as const;
const add = (send: Send, cohort: string, title: string, times: object) =>
	send("POST", `/cohorts/${cohort}/sessions`, { title: { ar: title }, ...times });

test("a trainer notes a list without a connection, and each mark counts once", async ({
	page,
	context,
	expectOffline,
}) => {
	expectOffline();
	const chamber = await actAs(page, "chamber");
	const cohort = await taughtToday(page, chamber, "دورة القائمة");
	const { id } = await add(chamber, cohort, "الافتتاح", underWay());
	const off = await add(chamber, cohort, "الزيارة", underWay());
	await enrolled(page, chamber, cohort, [...NAMES]);
	const [first, second] = NAMES;
	await signIn(page, "ar", "trainer", `/cohorts/${cohort}/attendance`);
	const desk = page.getByRole("region", { name: "قائمة الحصة" });
	const sync = page.getByRole("region", { name: "المزامنة" });
	const press = (mark: string, name: string) =>
		desk.getByRole("button", { name: around(`${mark}\u2069?:`, name) });
	await expect(press("حاضر", first)).toBeVisible();
	await expect(page.getByText("تُفتح من جديد بلا اتصال")).toBeVisible();
	await expectWellMade(page, /الحضور/);

	// Without a connection, and by keyboard: the arrows go to the same mark of the next participant.
	await context.setOffline(true);
	const choose = async (title: string) => {
		const option = desk.getByRole("option", { name: title });
		await desk
			.getByLabel("الحصة", { exact: true })
			.selectOption(await option.getAttribute("value"));
	};
	await choose("الافتتاح");
	await press("حاضر", first).press("Enter");
	await press("متأخر", first).press("ArrowDown");
	await page.keyboard.press("Enter");
	await desk.getByLabel("الدقائق الفائتة").fill("20");
	await page.keyboard.press("Enter");
	await expect(press("متأخر", second)).toHaveAttribute("aria-pressed", "true");
	await choose("الزيارة");
	await press("غائب", second).press("Enter");
	await expect(sync).toContainText("3 تسجيلات تنتظر الإرسال");
	await page.reload();
	await expect(sync).toContainText("3 تسجيلات تنتظر الإرسال");
	await expect(page.getByText("فُتحت الصفحة بلا اتصال")).toBeVisible();

	// Meanwhile one of the sessions was called off: what was noted in it is told, and the rest counts.
	await chamber("POST", `/cohort-sessions/${off.id}/cancellation`, { reason: "أُجلت الزيارة" });
	await context.setOffline(false);
	await expect(sync).toContainText("لا شيء ينتظر الإرسال");
	expect(await marksIn(chamber, cohort, id)).toEqual({ [first]: "present", [second]: "late" });
	const refused = page.getByRole("region", { name: "تسجيلات لم تُقبل" });
	await expect(refused).toContainText("أُلغيت الحصة");
	await refused.getByRole("button", { name: /إخفاء/ }).click();
	await expect(refused).toHaveCount(0);
	await expect(page.getByRole("region", { name: "سجل الحضور" }).first()).toContainText(first);
	const file = page.waitForEvent("download");
	await desk.getByRole("button", { name: "ورقة الإمضاء لهذا اليوم" }).click();
	expect((await file).suggestedFilename()).toBe(`attendance-${dayIn(0)}.pdf`);
});

test("a president arrives with the code of the wall", async ({ page, expectRefusal }) => {
	expectRefusal(409);
	const chamber = await actAs(page, "chamber");
	const cohort = await taughtToday(page, chamber, "دورة الرمز");
	const { id } = await add(chamber, cohort, "الافتتاح", underWay());
	await enrolled(page, chamber, cohort, [...NAMES]);
	await signIn(page, "ar", "chamber", `/cohort-sessions/${id}/code`);
	const wall = page.getByRole("region", { name: "الرمز المعروض في القاعة" });
	const code = async () => {
		const told: unknown = await chamber("GET", `/cohort-sessions/${id}/code`, undefined);
		return (told as { code: string }).code;
	};
	await expect(wall.getByRole("img")).toBeVisible();
	const [start, end] = [(await code()).slice(0, 4), (await code()).slice(4)];
	await expect(wall).toContainText(new RegExp(`${start}|${end}`));
	await expectWellMade(page, /رمز الحضور/);

	// Not signed in: the code waits meanwhile.
	await leave(page);
	const shown = await code();
	await page.goto(`/ar/attend/${id}#${shown}`);
	await expect(page).toHaveURL(/\/sign-in\?next=[^#]*$/);
	expect(page.url()).not.toContain(shown);
	const { email, password } = accountOf("association");
	await page.getByLabel("البريد الإلكتروني أو رقم الهاتف").fill(email);
	await page.getByLabel("كلمة السر").fill(password);
	await page.getByRole("main").getByRole("button", { name: "دخول" }).click();
	const field = page.getByLabel("الرمز المعروض في القاعة");
	await expect(field).toHaveValue(shown);
	await expectWellMade(page, /تأكيد الحضور/);
	await page.getByRole("radio", { name: NAMES[1] }).check();
	const confirm = page.getByRole("button", { name: "تأكيد الحضور" });
	await field.fill("AAAA-AAAA");
	await confirm.click();
	await expect(page.getByText(/انتهت صلاحية هذا الرمز/)).toBeVisible();
	await field.fill(await code());
	await confirm.click();
	await expect(page.getByText(around("سُجل حضور", NAMES[1]))).toBeVisible();
	expect(await marksIn(chamber, cohort, id)).toMatchObject({ [NAMES[1]]: "present" });
});

test("an organiser lays out a timetable, sees a clash and calls a session off", async ({
	page,
	expectRefusal,
}) => {
	expectRefusal(409, 422);
	const chamber = await actAs(page, "chamber");
	const other = await taughtToday(page, chamber, "دورة أخرى");
	const { id: trainer } = await (await actAs(page, "trainer"))("GET", "/me", undefined);
	await add(chamber, other, "حصة أخرى", { ...underWay(), trainer_ids: [trainer] });
	const cohort = await taughtToday(page, chamber, "دورة التوقيت", 1);
	await signIn(page, "ar", "chamber", `/cohorts/${cohort}`);
	await page
		.getByRole("region", { name: "معلومات الدورة" })
		.getByRole("link", { name: "التوقيت" })
		.click();
	await page.getByRole("button", { name: "وضع التوقيت" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByRole("button", { name: "توزيع الوحدات" }).click();
	// Two days are not enough for the programme: by how much is told, and nothing is written.
	await expect(dialog.getByRole("alert")).toContainText("ساعات ودقائق");
	await expectWellMade(page, /التوقيت/);
	await dialog.getByRole("button", { name: "إلغاء", exact: true }).click();

	await page.getByRole("button", { name: "إضافة حصة" }).click();
	const clock = (instant: string) =>
		new Date(Date.parse(instant) + 3_600_000).toISOString().slice(11, 16);
	const later = (instant: string) => clock(new Date(Date.parse(instant) + 300_000).toISOString());
	const { starts_at, ends_at } = underWay();
	// A day off is told before anything is sent.
	const day = dialog.getByRole("group", { name: "اليوم" });
	await fillDay(day, `${Number(dayIn(0).slice(0, 4)) + 1}-01-12`);
	await expect(dialog.getByText("رأس السنة الأمازيغية")).toBeVisible();
	await fillDay(day, dayIn(0));
	await expect(dialog.getByText("رأس السنة الأمازيغية")).toHaveCount(0);
	await dialog.getByLabel("من الساعة").fill(clock(starts_at));
	await dialog.getByLabel("إلى الساعة").fill(clock(ends_at));
	await dialog.getByRole("button", { name: "حفظ" }).click();
	await expect(dialog.getByText("هذا الحقل ضروري")).toBeVisible();
	await dialog.getByLabel(/عنوان الحصة.*بالعربية/).fill("افتتاح الدورة");
	await dialog.getByRole("button", { name: "حفظ" }).click();
	const clashes = page.getByRole("list", { name: "حصص متعارضة" });
	await expect(clashes).toContainText("افتتاح الدورة");
	await expect(clashes).toContainText("المكونون أنفسهم");
	await expectWellMade(page, /التوقيت/);

	// Once attendance is noted its time stays, which the server says.
	const [enrolment] = await enrolled(page, chamber, cohort, [NAMES[0]]);
	const { items } = await chamber("GET", `/cohorts/${cohort}/sessions`, undefined);
	const at = new Date().toISOString();
	await chamber("POST", `/cohorts/${cohort}/attendance`, {
		device: "list-1",
		sent_at: at,
		entries: [
			{
				id: crypto.randomUUID(),
				session_id: items[0]?.id,
				enrolment_id: enrolment,
				mark: "present",
				at,
			},
		],
	});
	await page.getByRole("button", { name: "تعديل", exact: true }).click();
	// A few minutes later: at any hour of the day that is still a session of today.
	await dialog.getByLabel("من الساعة").fill(later(starts_at));
	await dialog.getByRole("button", { name: "حفظ" }).click();
	await expect(dialog.getByRole("alert")).toContainText("الحضور");
	await expect(dialog.getByRole("alert")).toBeInViewport();
	await dialog.getByRole("button", { name: "إلغاء", exact: true }).click();

	await page.getByRole("button", { name: "إلغاء الحصة" }).click();
	const asked = page.getByRole("alertdialog");
	await asked.getByLabel("السبب").fill("انقطاع الكهرباء");
	await asked.getByRole("button", { name: "إلغاء الحصة" }).click();
	await expect(page.getByText("انقطاع الكهرباء")).toBeVisible();
	await expect(page.getByText("ملغاة", { exact: true })).toBeVisible();
	await expect(clashes).toHaveCount(0);
	await leave(page);
	await page.goto(`/ar/cohorts/${cohort}/timetable`);
	await expect(page.getByText("انقطاع الكهرباء")).toBeVisible();
	await expect(page.getByRole("button", { name: "إضافة حصة" })).toHaveCount(0);
	await expectWellMade(page, /التوقيت/);
});
