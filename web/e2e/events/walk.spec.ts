import { actAs, announce, dayIn, instantIn, rewrite } from "../fixtures/calls.ts";
import {
	apply,
	CRITERIA,
	closedCall,
	officerOf,
	otherSpeakers,
	scoreAll,
	shareOut,
} from "../fixtures/commission.ts";
import { fillDay, inArabic, nextMinute } from "../fixtures/fields.ts";
import { badgesOf, openedToday } from "../fixtures/gate.ts";
import { expect, test } from "../fixtures/page.ts";
import { around, leave, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";
import {
	DESKS,
	DRAWING,
	enterEvent,
	fillApplication,
	pick,
	region,
	review,
	sitDown,
	takeHome,
	writeCall,
} from "../fixtures/walk.ts";

tellOnce();

/** What an application goes through when all goes well. */
const STATES = ["مسودة", "مستوفٍ للشروط", "مقيَّم", "مختار", "مقعد مؤكد", "شارك"];

test("six people walk from the call to the report", async ({ page, expectRefusal }) => {
	test.setTimeout(300_000);
	// Whether there is a seed, a plan, or questions about a seat is asked by reading them.
	expectRefusal(404);
	const name = `معرض الطريق ${Date.now()}`;
	const chamber = await actAs(page, "chamber");
	const others = await otherSpeakers(page, chamber, 2);

	// The officer of a chamber enters an exhibition, announces it and writes its call.
	await signIn(page, "ar", "chamber", "/my-events/new");
	await enterEvent(page, name);
	const officer =
		(await page.getByRole("region", { name: "مراحل التظاهرة" }).locator("bdi").textContent()) ?? "";
	await page.getByRole("button", { name: "إعلان التظاهرة" }).click();
	await page.getByRole("dialog").getByRole("button", { name: "إعلان التظاهرة" }).click();
	await expect(page.getByRole("button", { name: "تأجيل" })).toBeVisible();
	const call = region(page, "نداء المشاركة");
	await call.getByRole("link", { name: "كتابة النداء" }).click();
	await writeCall(page);
	await expect(call.getByText("مفتوح", { exact: true })).toBeVisible();
	await expect(call).toContainText("مقرها في ولاية: ");
	const address = new URL(page.url()).pathname.replace("/ar", "");
	const event = address.split("/").at(-1) ?? "";

	// The president of an association finds it in the calendar, applies and writes to the organisers.
	await sitDown(page, "association", "/events");
	await page.getByRole("searchbox").fill(name);
	await page.getByRole("article").getByRole("link", { name }).click();
	await page.getByRole("button", { name: "تقديم طلب مشاركة" }).click();
	await fillApplication(page);
	await page.getByRole("button", { name: "إيداع الطلب" }).click();
	const situation = region(page, "وضعية الطلب");
	await expect(situation).toContainText("أودع الطلب، وهو مستوفٍ لشروط النداء");
	const own = new URL(page.url()).pathname.replace("/ar", "");
	const messages = region(page, "الرسائل");
	await messages.getByLabel("رسالة إلى المنظمين").fill("هل تُفتح القاعة عشية المعرض؟");
	await messages.getByRole("button", { name: "إرسال الرسالة" }).click();
	await expect(messages.getByRole("listitem")).toHaveCount(1);
	// Two more associations apply.
	const applied: string[] = [];
	for (const { send } of others) applied.push(await apply(send, event, "صحن"));

	// The officer answers, and lets the call end with this minute.
	await sitDown(page, "chamber", `${address}/applications`);
	const list = page.getByRole("table");
	await expect(list.getByRole("row")).toHaveCount(4);
	await list.getByRole("row", { name: "رسالة تنتظر الرد" }).getByRole("link").click();
	await expect(page).toHaveURL(new RegExp(`${own}$`));
	const association = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
	await messages.getByLabel("رسالة إلى الجمعية").fill("نعم، من الثانية زوالا.");
	await messages.getByRole("button", { name: "إرسال الرسالة" }).click();
	await expect(messages.getByRole("listitem")).toHaveCount(2);
	await page.getByRole("link", { name, exact: true }).click();
	await call.getByRole("link", { name: "تعديل النداء" }).click();
	const end = nextMinute();
	await fillDay(page.getByRole("group", { name: "يوم الإغلاق" }), end.day);
	await page.getByLabel("ساعة الإغلاق").fill(end.time);
	await page.getByRole("button", { name: "حفظ", exact: true }).click();
	await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

	// Meanwhile the officer appoints two reviewers; the page of the event tells the close by itself.
	await call.getByRole("link", { name: "لجنة التقييم" }).click();
	for (const reviewer of ["إزميل", "بوخابية"]) {
		await page.getByLabel("البحث عن مقيّم باسمه").fill(reviewer);
		await page.getByRole("button", { name: new RegExp(`تعيين .*${reviewer}`) }).click();
		await expect(region(page, "المقيّمون").getByRole("table")).toContainText(reviewer);
	}
	await page.getByRole("link", { name: "صفحة التظاهرة" }).click();
	await expect(call.getByText("مغلق", { exact: true })).toBeVisible({ timeout: 90_000 });
	await call.getByRole("link", { name: "لجنة التقييم" }).click();
	await page.getByRole("button", { name: "توزيع الطلبات" }).click();
	await expect(region(page, "توزيع الطلبات").getByRole("alert")).toContainText("وُزعت 6 تقييمات");

	// Both reviewers read what they were given, without names, and give points.
	for (const reviewer of ["trainer", "national"] as const) {
		await sitDown(page, reviewer, "/my-reviews?status=open");
		const events = page.getByRole("table", { name: "التظاهرات التي تقيّمون فيها" });
		await expect(events.getByRole("row", { name })).toContainText("لم تصرحوا بعد");
		await review(page, name, 3);
	}

	// The officer publishes a seed, tries one seat less, and publishes the selection.
	await sitDown(page, "chamber", `${address}/selection`);
	await expect(page.getByText("اكتمل تقييم كل الطلبات")).toBeVisible();
	await page.getByLabel("البذرة").fill("7 12 23 31 40 44");
	await page.getByLabel("مصدرها").fill("السحب العمومي لهذا الأسبوع");
	await page.getByRole("button", { name: "إعلان البذرة" }).click();
	await expect(page.getByText("7 12 23 31 40 44")).toBeVisible();
	const what = region(page, "ماذا لو؟");
	await what.getByLabel("عدد المقاعد").fill("1");
	await what.getByRole("button", { name: "تجربة" }).click();
	await expect(what.getByRole("alert")).toContainText("يدخل 0 ويخرج 1");
	await page.getByRole("button", { name: "نشر الاختيار" }).click();
	await page.getByRole("alertdialog").getByRole("button", { name: "نشر الاختيار" }).click();
	const decisions = region(page, "القرارات").getByRole("row");
	await expect(decisions).toHaveCount(4);
	await expect(decisions.last()).toContainText("في قائمة الانتظار");
	expect(
		await takeHome(page, page.getByRole("button", { name: "محضر اللجنة (PDF)" })),
	).toMatchObject({ name: "minutes.pdf", begins: "%PDF-" });

	// The association reads its decision and takes its seat; the second does so elsewhere.
	await sitDown(page, "association", "/my-applications");
	await page.getByRole("link", { name }).click();
	await expect(page).toHaveURL(new RegExp(`${own}$`));
	await expect(region(page, "القرار")).toContainText("اختير الطلب");
	await page.getByRole("button", { name: "تأكيد المقعد" }).click();
	await expect(situation).toContainText("مقعدكم مؤكد");
	await expect(page.getByRole("region", { name: "مقعدكم" })).toHaveCount(0);
	await others[0]?.send("POST", `/event-applications/${applied[0]}/confirmation`, {});

	// The officer takes over a plan drawn elsewhere, gives one stand by keyboard, and lets the machine give the rest.
	await sitDown(page, "chamber", `${address}/plan/edit`);
	await page.getByRole("button", { name: "استيراد رسم" }).click();
	const importing = page.getByRole("dialog");
	await importing.locator('input[type="file"]').setInputFiles({
		name: "hall.svg",
		mimeType: "image/svg+xml",
		buffer: Buffer.from(DRAWING),
	});
	await importing.getByLabel("وحدة الرسم").selectOption("m");
	await importing.getByRole("button", { name: "قراءة الملف" }).click();
	await expect(importing).toContainText(/الأجنحة: \D*4/);
	await importing.getByRole("button", { name: "اعتماد الرسم" }).click();
	await expect(page.getByText("لا خطأ في المخطط.")).toBeVisible();
	await page.getByRole("button", { name: "حفظ", exact: true }).click();
	await expect(page.getByText("حُفظ المخطط.")).toBeVisible();
	await page.getByRole("link", { name: "الأجنحة", exact: true }).click();
	await expect(page.getByText("عارضان دون جناح.")).toBeVisible();
	const give = region(page, "إسناد جناح");
	await pick(page, give.getByRole("combobox", { name: "العارض" }), association);
	await pick(page, give.getByRole("combobox", { name: "الجناح" }), "A04");
	await give.getByRole("checkbox", { name: "تثبيت الجناح لصاحبه" }).press("Space");
	await give.getByRole("button", { name: "إسناد", exact: true }).press("Enter");
	await expect(page.getByText("عارض واحد دون جناح.")).toBeVisible();
	await page.getByRole("button", { name: "اقتراح الأجنحة" }).click();
	await expect(page.getByText("هذا اقتراح، وهو معروض على الرسم.")).toBeVisible();
	await page.getByRole("button", { name: "اعتماد الاقتراح" }).click();
	await expect(page.getByText("لكل عارض جناح.")).toBeVisible();
	expect(await takeHome(page, page.getByRole("button", { name: /شارات العارضين/ }))).toMatchObject({
		name: "badges.pdf",
		begins: "%PDF-",
	});
	await page.getByRole("link", { name: "المخطط", exact: true }).click();
	await page.getByRole("button", { name: "نشر المخطط" }).click();
	await expect(page.getByText("المخطط منشور", { exact: true })).toBeVisible();

	// A visitor finds the stand of the association.
	await leave(page);
	await page.goto(`/ar${address}`);
	await page.getByRole("link", { name: "أين هو كل عارض" }).click();
	await page.getByRole("searchbox").fill(association);
	await expect(page.getByText("جناح واحد يوافق البحث.")).toBeVisible();
	await expect(page.getByRole("region", { name: /^الجناح/ })).toContainText("A04");
	await expect(page.locator('[data-stand="A04"]')).toHaveAttribute("data-found", "true");

	// The day has come: the officer brings the event forward to today, and opens the gate.
	await signIn(page, "ar", "chamber", address);
	await expect(call.getByText("مغلق", { exact: true })).toBeVisible();
	await expect(call.getByRole("link", { name: "تمديد الأجل" })).toHaveCount(0);
	await page.getByRole("link", { name: "تعديل", exact: true }).click();
	await fillDay(page.getByRole("group", { name: "اليوم الأول" }), dayIn(0));
	await fillDay(page.getByRole("group", { name: "اليوم الأخير" }), dayIn(0));
	await page.getByRole("button", { name: "حفظ", exact: true }).click();
	await page.getByRole("main").getByRole("link", { name: "الدخول والخروج" }).click();
	const desk = region(page, "تسجيل الدخول والخروج");
	const field = desk.getByLabel("رمز الشارة أو الاسم أو الجمعية أو الجناح");
	const presence = region(page, "الحضور");
	const code = (await badgesOf(chamber, event)).find((one) => one.name === "سليم مرابط")?.code;
	await field.fill(code ?? "");
	await field.press("Enter");
	await expect(desk.getByRole("status").first()).toContainText("سُجّل الدخول");
	await field.fill("فاطمة");
	await field.press("Enter");
	await desk.getByRole("button", { name: around("دخول:", "فاطمة زروال") }).click();
	await expect(presence).toContainText("2 من 3");
	await expect(region(page, "المزامنة")).toContainText("لا شيء ينتظر الإرسال");

	// The association declares what came out of it.
	await sitDown(page, "association", own);
	await expect(situation).toContainText("شاركت جمعيتكم في التظاهرة");
	await expect(situation).toContainText("التصريح بنتائج المشاركة مفتوح حتى");
	const history = region(page, "مراحل الطلب").getByRole("listitem");
	for (const [index, state] of STATES.entries()) {
		await expect(history.nth(index)).toContainText(state);
		await expect(history.nth(index).locator("time")).toBeVisible();
	}
	await expect(history).toHaveCount(STATES.length);
	await page.getByRole("link", { name: "نتائج المشاركة" }).click();
	await page.getByLabel("زوار الجناح").fill("450");
	await page.getByLabel("المبيعات").fill("125000");
	await page.getByLabel("الطلبيات", { exact: true }).fill("3");
	await page.getByLabel("قيمة الطلبيات").fill("42000");
	await page.getByLabel("جهات الاتصال").fill("6");
	await page.getByRole("button", { name: "إرسال التصريح" }).click();
	await expect(page.getByText(/125\.000/)).toBeVisible();

	// The officer writes down who did not come, and closes the event.
	await sitDown(page, "chamber", `${address}/check-in`);
	const absent = region(page, "الغائبون");
	await expect(absent.getByRole("listitem")).toHaveCount(1);
	await absent.getByRole("button", { name: "تسجيل الغياب" }).click();
	await page.getByRole("alertdialog").getByRole("button", { name: "تسجيل الغياب" }).click();
	await expect(absent).toContainText("سُجل غيابها");
	await expect(absent.getByRole("button")).toHaveCount(0);
	await page.getByRole("link", { name: "صفحة التظاهرة" }).click();
	await page.getByRole("button", { name: "إنهاء" }).click();
	await page.getByRole("alertdialog").getByRole("button", { name: "إنهاء" }).click();
	await expect(page.getByText("منتهية").first()).toBeVisible();
	const steps = region(page, "مراحل التظاهرة").getByRole("listitem");
	await expect(steps).toHaveCount(4);
	for (const step of await steps.all()) await expect(step).toContainText(officer);

	// The ministry reads the report and takes it home.
	await sitDown(page, "ministry", address);
	await page.getByRole("link", { name: "حصيلة التظاهرة" }).click();
	await expect(page.getByText("ترون كل الأرقام")).toBeVisible();
	await expect(
		page.getByRole("table", { name: "النتائج المصرح بها" }).getByText(/125\.000/),
	).toHaveCount(2);
	expect(
		await takeHome(page, page.getByRole("button", { name: "تنزيل الحصيلة (PDF)" })),
	).toMatchObject({ name: "report.pdf", begins: "%PDF-" });
});

test("whoever cheats is refused at every step", async ({ page, expectRefusal }) => {
	test.setTimeout(180_000);
	expectRefusal(403, 404, 409, 412);
	const missing = page.getByRole("heading", { level: 1, name: "الصفحة غير موجودة" });
	const noRight = page.getByRole("heading", {
		level: 1,
		name: "هذه الصفحة ليست ضمن صلاحياتكم",
	});
	const refusal = page.getByRole("main").getByRole("alert");
	const chamber = await actAs(page, "chamber");
	const [cheat, trainer, national] = [
		await actAs(page, "association"),
		await actAs(page, "trainer"),
		await actAs(page, "national"),
	];
	// An open call with the application of another association, a commission at work, and an event that begins today.
	const event = await announce(chamber, "معرض الأمانة", {});
	const other = await announce(chamber, "معرض المتأخرين", {});
	const [honest] = await otherSpeakers(page, chamber, 1);
	const theirs = honest && (await apply(honest.send, event, "صحن"));
	const commission = await closedCall(page, "معرض النزاهة", 1, {});
	await shareOut(page, chamber, commission.event);
	const name = `معرض الحدود ${Date.now()}`;
	const { event: third } = await openedToday(page, name, 1);
	const officer = await officerOf(page, "31");

	// The application of another association: neither it, nor what it sold, nor the list it stands in.
	await signIn(page, "ar", "association", `/applications/${theirs}`);
	await expect(missing).toBeVisible();
	await page.goto(`/ar/applications/${theirs}/outcomes`);
	await expect(missing).toBeVisible();
	await page.goto(`/ar/events/${event}/applications`);
	await expect(noRight).toBeVisible();

	// Applying twice, from a window that does not know of the first time.
	await page.goto(`/ar/events/${event}`);
	const begin = page.getByRole("button", { name: "تقديم طلب مشاركة" });
	await expect(begin).toBeVisible();
	const own = await apply(cheat, event, "جرة");
	await begin.click();
	await expect(refusal).toContainText("لجمعيتكم طلب في هذه التظاهرة، عدلوه بدل تقديم طلب ثان");
	await expect(page.getByRole("link", { name: "طلب جمعيتكم" })).toBeVisible();
	await expect(begin).toHaveCount(0);
	const all = await chamber("GET", `/events/${event}/applications?limit=50`, undefined);
	expect(all.items).toHaveLength(2);

	// Changing it, and applying, after the close.
	await page.goto(`/ar/events/${other}`);
	await expect(begin).toBeVisible();
	await rewrite(chamber, other, { closes_at: instantIn(0, -1) });
	await begin.click();
	await expect(refusal).toContainText("أغلق النداء في");
	await expect(page.getByText("مغلق", { exact: true })).toBeVisible();
	await expect(begin).toHaveCount(0);
	await page.goto(`/ar/applications/${own}`);
	await page.getByLabel("رغباتكم").fill("أحسن جناح");
	await rewrite(chamber, event, { closes_at: instantIn(0, -1) });
	await page.getByRole("button", { name: "حفظ التعديلات" }).click();
	await expect(refusal).toContainText("أغلق النداء في");
	await page.reload();
	await expect(page.getByText("لا شيء عليكم في انتظار النتيجة")).toBeVisible();
	await expect(page.getByLabel("رغباتكم")).toHaveCount(0);
	const late = await chamber("GET", `/events/${other}/applications?limit=50`, undefined);
	expect(late.items).toHaveLength(0);
	expect(await cheat("GET", `/event-applications/${own}`, undefined)).not.toHaveProperty("wishes");

	// A commission: who was not given a review does not read it, and nobody scores where they have an interest.
	const reviews = `/event-reviews?event_id=${commission.event}&limit=50`;
	const { items: given } = await trainer("GET", reviews, undefined);
	const { items: others } = await national("GET", reviews, undefined);
	await page.goto(`/ar/my-reviews/${given[0]?.id}`);
	await expect(noRight).toBeVisible();
	await sitDown(page, "trainer", `/my-reviews/${others[0]?.id}`);
	await expect(missing).toBeVisible();
	const mine = given.find(({ number }) => number === 1)?.id;
	await page.goto(`/ar/my-reviews/${mine}`);
	for (const { name: criterion } of CRITERIA)
		await page
			.getByRole("group", { name: criterion.ar })
			.getByRole("radio", { name: "10", exact: true })
			.press("Space");
	const { acting } = (await cheat("GET", "/me", undefined)) as unknown as {
		acting: { association_id: string };
	};
	await trainer("PUT", `/events/${commission.event}/own-conflicts`, {
		association_ids: [acting.association_id],
	});
	await page.getByRole("button", { name: "حفظ التقييم" }).click();
	await page.getByRole("alertdialog").getByRole("button", { name: "حفظ نسختي مكانها" }).click();
	await expect(refusal).toContainText("صرحتم بتضارب المصالح في هذا الطلب");
	await page.reload();
	await expect(page.getByText("صرحتم بتضارب المصالح في هذا الطلب")).toBeVisible();
	await expect(page.getByRole("radio")).toHaveCount(0);

	// The officer of another chamber finds every desk closed.
	await leave(page);
	await page.goto("/ar/sign-in");
	await page.getByLabel("البريد الإلكتروني أو رقم الهاتف").fill(officer.login);
	await page.getByLabel("كلمة السر", { exact: true }).fill(officer.password);
	await page.getByRole("main").getByRole("button", { name: "دخول" }).click();
	await expect(page).not.toHaveURL(/sign-in/);
	for (const desk of DESKS) {
		await page.goto(`/ar${desk.replace("$", third)}`);
		await expect(noRight, desk).toBeVisible();
	}
	await page.goto(`/ar/events/${third}`);
	await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
	await expect(region(page, "تسيير التظاهرة")).toHaveCount(0);

	// What was sold is not declared before the opening: neither from a window that was opened before the days were moved.
	await sitDown(page, "association", "/my-applications");
	await page.getByRole("link", { name }).click();
	await page.getByRole("link", { name: "نتائج المشاركة" }).click();
	for (const label of ["زوار الجناح", "المبيعات", "قيمة الطلبيات", "جهات الاتصال"])
		await page.getByLabel(label).fill("9");
	await page.getByLabel("الطلبيات", { exact: true }).fill("9");
	await chamber("PATCH", `/events/${third}`, { starts_on: dayIn(5), ends_on: dayIn(6) });
	await page.getByRole("button", { name: "إرسال التصريح" }).click();
	await expect(refusal).toContainText("لا يصرح بالحصيلة قبل بداية التظاهرة، وتبدأ في");
	await page.reload();
	await expect(page.getByText("لم يحن وقته")).toHaveCount(3);
	await expect(page.getByRole("button", { name: "إرسال التصريح" })).toHaveCount(0);
	const { items: told } = await chamber("GET", `/events/${third}/outcomes`, undefined);
	expect(told).toHaveLength(0);

	// An event that is over stays as it was.
	await chamber("PATCH", `/events/${third}`, { starts_on: dayIn(0), ends_on: dayIn(1) });
	await sitDown(page, "chamber", `/my-events/${third}/edit`);
	await page.getByLabel(inArabic("اسم التظاهرة")).fill("معرض آخر");
	await chamber("POST", `/events/${third}/closure`, undefined);
	await page.getByRole("button", { name: "حفظ", exact: true }).click();
	await expect(refusal).toContainText("التظاهرة منتهية أو ملغاة ولا تعدَّل");
	await page.reload();
	await expect(page.getByText("هذه التظاهرة منتهية ولا تُعدّل")).toBeVisible();
	await page.goto(`/ar/events/${third}`);
	await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
	await expect(page.getByRole("link", { name: "تعديل", exact: true })).toHaveCount(0);
	// Nothing is left to be reviewed for other stories to find.
	await scoreAll(page, commission.event, () => 5);
});
