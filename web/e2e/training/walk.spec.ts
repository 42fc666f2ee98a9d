import { actAs } from "../fixtures/calls.ts";
import { taughtToday } from "../fixtures/cohort-data.ts";
import {
	addSession,
	asked,
	askForWork,
	enterCohort,
	nominate,
	PRESIDENT,
	publishTest,
	setAssignment,
	sitTest,
	TRAINER,
	turnTo,
	writeQuestion,
} from "../fixtures/course-walk.ts";
import { expect, test } from "../fixtures/page.ts";
import { newcomer, others } from "../fixtures/people.ts";
import { around, leave, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";
import { region, sitDown, takeHome } from "../fixtures/walk.ts";

tellOnce();

const ASSOCIATION = "جمعية الربيع لحرفيي البرنوس بولاية الجزائر";

test("three people walk from the nomination to a certificate that anybody checks", async ({
	page,
	expectRefusal,
}) => {
	test.slow();
	const mark = String(Date.now());
	const name = `دورة الطريق ${mark}`;

	// The officer of a chamber opens a cohort, announces it, lays out its day and nominates a president.
	await signIn(page, "ar", "chamber", "/my-cohorts/new");
	await enterCohort(page, name);
	await expect(region(page, "معلومات الدورة")).toContainText(/75\D*من الساعات على الأقل/);
	await page.getByRole("button", { name: "الإعلان عن الدورة" }).click();
	await page.getByRole("dialog").getByRole("button", { name: "الإعلان عن الدورة" }).click();
	await expect(page.getByText("معلنة").first()).toBeVisible();
	const cohort = new URL(page.url()).pathname.replace("/ar", "");
	await turnTo(page, "التوقيت");
	await addSession(page);
	await turnTo(page, "المشاركون");
	await nominate(page, ASSOCIATION, PRESIDENT);
	const enrolled = page.getByRole("row", { name: PRESIDENT });
	await expect(enrolled).toContainText("مسجل");

	// The trainer finds the cohort among those they teach, writes a test and an assignment, and takes the list.
	await sitDown(page, "trainer", "/my-teaching");
	await page.getByRole("link", { name }).click();
	await expect(region(page, "المكوّنون")).toContainText(TRAINER);
	await turnTo(page, "الاختبارات");
	await page.getByRole("link", { name: "بنك الأسئلة" }).click();
	await writeQuestion(page, `من أين يأتي الدخل؟ ${mark}`, ["من البيع", "من إعانة"]);
	await page.getByRole("link", { name: "اختبارات الدورة" }).click();
	await publishTest(page, mark);
	await turnTo(page, "الأعمال التطبيقية");
	await setAssignment(page, "نموذج عملكم");
	await turnTo(page, "كشف النقاط");
	await askForWork(page);
	await turnTo(page, "الحضور");
	const list = region(page, "قائمة الحصة");
	await list.getByRole("button", { name: around("حاضر\u2069?:", PRESIDENT) }).click();
	await expect(region(page, "المزامنة")).toContainText("لا شيء ينتظر الإرسال");
	const register = region(page, "سجل الحضور").getByRole("row", { name: PRESIDENT });
	await expect(register).toContainText(/حاضر\W*1/);

	// The president reads the place and the timetable, sits the test and hands in a piece of the project.
	await sitDown(page, "association", "/my-training");
	const waiting = region(page, "ما ينتظركم").getByRole("listitem").filter({ hasText: name });
	await expect(waiting.filter({ hasText: "اجتياز الاختبار القبلي" })).toBeVisible();
	await expect(waiting.filter({ hasText: "نموذج عملكم" })).toBeVisible();
	await page.getByRole("row", { name }).getByRole("link", { name, exact: true }).click();
	await expect(region(page, "مشاركو جمعيتكم")).toContainText("مسجل");
	await turnTo(page, "التوقيت");
	await expect(page.getByText("نموذج العمل الجماعي")).toBeVisible();
	await turnTo(page, "الاختبارات");
	await page.getByRole("link", { name: /الاختبار القبلي/ }).click();
	await expect(await sitTest(page, "من البيع")).toContainText(/100\u2069? من 100/);
	await turnTo(page, "الأعمال التطبيقية");
	await page.getByRole("link", { name: "نموذج عملكم" }).click();
	await page
		.getByLabel("المشروع", { exact: true })
		.selectOption({ label: "ورشة الزرابي الجماعية" });
	await page.getByRole("button", { name: "تسليم العمل" }).click();
	const standing = region(page, "وضعية العمل");
	await expect(standing).toContainText("بانتظار التقييم");
	await page.getByRole("link", { name: "تكوين جمعيتنا", exact: true }).first().click();
	await expect(page.getByRole("row", { name })).toBeVisible();
	await expect(waiting).toHaveCount(0);

	// The trainer comments on it, accepts it and reads where the participant stands.
	await sitDown(page, "trainer", "/my-teaching");
	await page.getByRole("link", { name }).click();
	await turnTo(page, "الأعمال التطبيقية");
	await page.getByRole("link", { name: "نموذج عملكم" }).click();
	await page.getByRole("link", { name: around("القراءة الموالية:", PRESIDENT) }).click();
	const piece = page.getByRole("region", { name: /ما سُلم/ });
	await piece
		.getByRole("button", { name: /ملاحظة على/ })
		.first()
		.click();
	await page.keyboard.type("من هم بالضبط؟");
	await page.keyboard.press("Control+Enter");
	await expect(piece.getByText("من هم بالضبط؟")).toBeVisible();
	await page.getByRole("radio", { name: /جيد/ }).check();
	await page.getByRole("button", { name: "قبول العمل" }).click();
	await expect(standing).toContainText("مقبول");
	await turnTo(page, "كشف النقاط");
	await expect(enrolled.getByText("مستحِق", { exact: true })).toBeVisible();

	// Who takes part in another cohort finds no gradebook here.
	const chamber = await actAs(page, "chamber");
	const [, other = ""] = await others(page, 2);
	const elsewhere = await taughtToday(page, chamber, "دورة أخرى");
	await chamber("POST", `/cohorts/${elsewhere}/enrolments`, {
		association_id: other,
		participant: { name: "مراد بلقاسم", gender: "man", office: "president" },
	});
	const stranger = await newcomer(page, chamber, other, `president-${mark}@example.dz`);
	expectRefusal(404);
	await sitDown(page, stranger, `/cohorts/${elsewhere}/gradebook`);
	await expect(page.getByRole("rowheader", { name: "مراد بلقاسم" })).toBeVisible();
	await page.goto(`/ar${cohort}/gradebook`);
	await expect(page.getByRole("heading", { level: 1, name: "الصفحة غير موجودة" })).toBeVisible();

	// The chamber closes the cohort, and issues what is due.
	await sitDown(page, "chamber", cohort);
	await page.getByRole("button", { name: "اختتام الدورة" }).click();
	await asked(page).getByRole("button", { name: "اختتام الدورة" }).click();
	await expect(page.getByText("مختتمة").first()).toBeVisible();
	await turnTo(page, "الشهادات");
	const without = region(page, "من لم يحصل بعد على شهادته");
	await expect(enrolled.getByText("مستحِق", { exact: true })).toBeVisible();
	await without.getByRole("button", { name: "إصدار الشهادات المستحقة" }).click();
	await asked(page).getByRole("button", { name: "إصدار", exact: true }).click();
	const issued = region(page, "الشهادات الصادرة").getByRole("row", { name: PRESIDENT });
	await expect(issued).toContainText("سارية");
	await expect(page.getByRole("button", { name: "تنزيلها كلها (ZIP)" })).toBeVisible();
	const sheet = /تنزيل شهادة/;
	expect(await takeHome(page, issued.getByRole("button", { name: sheet }))).toMatchObject({
		begins: "%PDF-",
	});

	// The president reads it and takes it home.
	await sitDown(page, "association", "/my-training");
	await page
		.getByRole("row", { name })
		.getByRole("link", { name: around("شهادات", name) })
		.click();
	await expect(issued).toContainText("سارية");
	const file = await takeHome(page, issued.getByRole("button", { name: sheet }));
	expect(file.begins).toBe("%PDF-");
	const code = file.name.replace(".pdf", "");

	// A visitor types its code, and reads that it is in force.
	await leave(page);
	await page.goto("/ar/certificates");
	await page.getByLabel("رمز الشهادة").fill(code);
	await page.getByRole("button", { name: "تحقق", exact: true }).click();
	const verdict = page.getByRole("main").getByRole("status").first();
	await expect(verdict).toContainText("شهادة سارية المفعول");
	await expect(page.getByText(PRESIDENT)).toBeVisible();
	const check = new URL(page.url()).pathname;

	// The chamber revokes it with a reason; the visitor reads that, and not why.
	await signIn(page, "ar", "chamber", `${cohort}/certificates`);
	await issued.getByRole("button", { name: /^سحب شهادة/ }).click();
	await asked(page).getByLabel("السبب").fill("سُجل الحضور باسم شخص آخر");
	await asked(page).getByRole("button", { name: "سحب الشهادة" }).click();
	await expect(issued).toContainText("سُجل الحضور باسم شخص آخر");
	await expect(page.getByRole("button", { name: "تنزيلها كلها (ZIP)" })).toHaveCount(0);
	await leave(page);
	await page.goto(check);
	await expect(verdict).toContainText("شهادة مسحوبة، لا يعتد بها");
	await expect(page.getByText("سُجل الحضور باسم شخص آخر")).toHaveCount(0);
});
