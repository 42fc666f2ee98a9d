import { actAs, dayIn, instantIn } from "../fixtures/calls.ts";
import { fillDay, inArabic } from "../fixtures/fields.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { leave, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

/** Work of another association, in the cohort of the demonstration data. */
const ANOTHERS = "01941f29-7c03-7000-8000-000000000015";
/** A review that the demonstration association was asked for. */
const REVIEW = "01941f29-a321-7000-8000-000000000017";

test("a trainer sets an assignment, a president hands in a piece of its project; it is commented on, returned, handed in again and accepted", async ({
	page,
	expectRefusal,
}) => {
	test.slow();
	const chamber = await actAs(page, "chamber");
	const trainer = await (await actAs(page, "trainer"))("GET", "/me", undefined);
	const { items } = await chamber("GET", "/courses?limit=1", undefined);
	const { id: cohort } = await chamber("POST", "/cohorts", {
		course_id: items[0]?.id,
		name: { ar: "دورة الأعمال" },
		languages: ["ar"],
		online_url: "https://meet.example.dz/c-9",
		starts_on: dayIn(10),
		ends_on: dayIn(20),
		capacity: 10,
		opens_at: instantIn(-1),
		closes_at: instantIn(5),
		self_enrolment: true,
		approval: "nobody",
		trainer_ids: [trainer.id],
	});
	await chamber("POST", `/cohorts/${cohort}/publication`, undefined);
	await (await actAs(page, "association"))("POST", `/cohorts/${cohort}/enrolments`, {
		participant: { name: "زهرة قاسي", gender: "woman" },
	});

	await signIn(page, "ar", "trainer", `/cohorts/${cohort}/assignments`);
	await page.getByRole("link", { name: "عمل تطبيقي جديد" }).click();
	await page.getByRole("button", { name: "إنشاء العمل التطبيقي" }).click();
	await expect(page.getByRole("alert")).toContainText("حقول");
	await expect(page.getByLabel(inArabic("اسم العمل"))).toBeFocused();
	await page.getByLabel(inArabic("اسم العمل")).fill("نموذج عملكم");
	await page.getByLabel("أداة ورشة المشاريع").selectOption({ label: "نموذج العمل الجماعي" });
	await fillDay(page.getByRole("group", { name: "آخر يوم للتسليم" }), dayIn(15));
	await page.getByLabel(inArabic("المعيار"), { exact: true }).fill("الاكتمال");
	const levels = page.getByLabel(inArabic("المستوى"));
	for (const [index, name] of ["ناقص", "مقبول", "جيد"].entries())
		await levels.nth(index).fill(name);
	await expectWellMade(page, /عمل تطبيقي جديد/);
	await page.getByRole("button", { name: "إنشاء العمل التطبيقي" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "نموذج عملكم" })).toBeVisible();
	await expect(page.getByRole("row", { name: /زهرة قاسي/ })).toContainText("لم يُسلم");
	const assignment = new URL(page.url()).pathname.replace("/ar", "");
	await leave(page);

	await signIn(page, "ar", "association", `/cohorts/${cohort}/assignments`);
	await expect(page.getByRole("row", { name: /نموذج عملكم/ })).toContainText("لم يُسلم");
	await page.getByRole("link", { name: "نموذج عملكم" }).click();
	await page
		.getByLabel("المشروع", { exact: true })
		.selectOption({ label: "ورشة الزرابي الجماعية" });
	await page.getByLabel(/كلمة إلى المكوّن/).fill("هذه أول محاولة");
	await expectWellMade(page, /نموذج عملكم/);
	await page.getByRole("button", { name: "تسليم العمل" }).click();
	await expect(page.getByRole("region", { name: "وضعية العمل" })).toContainText("بانتظار التقييم");
	await leave(page);

	await signIn(page, "ar", "trainer", assignment);
	await page.getByRole("link", { name: /القراءة الموالية.*زهرة قاسي/ }).click();
	await expect(page.getByText("هذه أول محاولة")).toBeVisible();
	const piece = page.getByRole("region", { name: /ما سُلم/ });
	await piece
		.getByRole("button", { name: /ملاحظة على/ })
		.first()
		.press("Enter");
	await expect(piece.getByLabel(/ملاحظة على/).first()).toBeFocused();
	await page.keyboard.type("من هم بالضبط؟");
	await page.keyboard.press("Control+Enter");
	await expect(piece.getByText("من هم بالضبط؟")).toBeVisible();
	// What is chosen with the keys goes along with the decision.
	await page.getByRole("radio", { name: /ناقص/ }).focus();
	await page.keyboard.press("ArrowDown");
	await expect(page.getByRole("radio", { name: /مقبول/ })).toBeChecked();
	await page.getByRole("button", { name: "الإعادة للمراجعة" }).click();
	await expect(page.getByText("اكتبوا السبب")).toBeVisible();
	await page.getByLabel("كلمة إلى المشارك").fill("وضحوا من المستفيدون");
	await expectWellMade(page, /نموذج عملكم/);
	await page.getByRole("button", { name: "الإعادة للمراجعة" }).click();
	const standing = page.getByRole("region", { name: "وضعية العمل" });
	await expect(standing).toContainText("معاد للمراجعة");
	await expect(standing).toContainText(/60\u2069? من 100/);
	const submission = new URL(page.url()).pathname.replace("/ar", "");
	await leave(page);

	await signIn(page, "ar", "association", submission);
	await expect(standing).toContainText("وضحوا من المستفيدون");
	await expect(piece.getByText("من هم بالضبط؟")).toBeVisible();
	await page.getByRole("button", { name: "التسليم من جديد" }).click();
	await expect(standing).toContainText("بانتظار التقييم");
	await expect(standing).toContainText("مرتان");
	await leave(page);

	await signIn(page, "ar", "trainer", submission);
	await page.getByRole("radio", { name: /جيد/ }).check();
	await page.getByLabel("كلمة إلى المشارك").fill("عمل متقن");
	await page.getByRole("button", { name: "قبول العمل" }).click();
	await expect(standing).toContainText("مقبول");
	await expect(page.getByRole("button", { name: "تصحيح التقييم" })).toBeVisible();
	await leave(page);

	await signIn(page, "ar", "association", `/cohorts/${cohort}/assignments`);
	await expect(page.getByRole("row", { name: /نموذج عملكم/ })).toContainText(/100\u2069? من 100/);
	await page.goto(`/ar${submission}`);
	await expect(standing).toContainText("عمل متقن");
	await expect(page.getByRole("button", { name: "التسليم من جديد" })).toHaveCount(0);
	expectRefusal(404);
	await page.goto(`/ar/submissions/${ANOTHERS}`);
	await expect(page.getByRole("heading", { name: "الصفحة غير موجودة" })).toBeVisible();
});

test("a president reviews somebody else’s work without a name", async ({ page }) => {
	await signIn(page, "ar", "association", "/my-training");
	await page.getByRole("link", { name: "تقييم أعمال الآخرين" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "تقييم أعمال الآخرين" })).toBeVisible();
	await page.goto(`/ar/peer-reviews/${REVIEW}`);
	await page.getByRole("radio", { name: /جيد/ }).first().check();
	await page.getByLabel(/ما تقولونه لصاحب العمل/).fill("شبكة واضحة");
	const save = page.getByRole("button", { name: /^(حفظ|تعديل) التقييم$/ });
	await page.getByRole("radio", { name: /مقبول/ }).last().check();
	await expectWellMade(page, /تقييم عمل/);
	await save.click();
	await page.getByText("ما قيّمتموه").click();
	await expect(page.getByRole("link", { name: "شبكة أنشطة مشروعكم", exact: true })).toBeVisible();
});
