import { actAs, dayIn, instantIn } from "../fixtures/calls.ts";
import { inArabic } from "../fixtures/fields.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

const NAME = "كمال بن إزميل";

test("a trainer says what they teach; a chamber finds them by it and has them teach a cohort", async ({
	page,
}) => {
	test.slow();
	await signIn(page, "ar", "trainer", "/trainers");
	await expectWellMade(page, /المكوّنون/);
	// Only their own profile is theirs to change.
	await page.getByRole("link", { name: "وهيبة بوفخار" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "وهيبة بوفخار" })).toBeVisible();
	await expect(page.getByRole("button", { name: "تعديل" })).toHaveCount(0);
	await page.getByRole("main").getByRole("link", { name: "المكوّنون" }).click();
	await page.getByRole("link", { name: "ملفي كمكوّن" }).click();
	await page.getByRole("button", { name: "تعديل" }).click();
	await page.getByLabel("الشركاء والتفاوض").check();
	await page.getByRole("checkbox", { name: "الإنجليزية" }).check();
	await page.getByLabel(inArabic("نبذة")).fill("يؤطر ورشات الجمعيات منذ عشر سنوات.");
	await expectWellMade(page, new RegExp(NAME));
	await page.getByRole("button", { name: "حفظ" }).click();
	await expect(page.getByText("حُفظ ملف المكوّن")).toBeVisible();
	await expect(page.getByText("يؤطر ورشات الجمعيات منذ عشر سنوات.")).toBeVisible();
	await expectWellMade(page, new RegExp(NAME));

	const chamber = await actAs(page, "chamber");
	const { items } = await chamber("GET", "/courses?limit=1", undefined);
	const { id } = await chamber("POST", "/cohorts", {
		course_id: items[0]?.id,
		name: { ar: "دورة المكوّنين" },
		languages: ["ar"],
		online_url: "https://meet.example.dz/c-17",
		starts_on: dayIn(40),
		ends_on: dayIn(41),
		capacity: 10,
		opens_at: instantIn(-1),
		closes_at: instantIn(20),
	});
	await signIn(page, "ar", "chamber", "/my-cohorts");
	await page
		.getByRole("navigation", { name: "أقسام التكوين" })
		.getByRole("link", { name: "المكوّنون" })
		.click();
	await page.getByLabel("المادة").selectOption({ label: "الشركاء والتفاوض" });
	await page.getByLabel("لغة التكوين").selectOption({ label: "الإنجليزية" });
	await expect(page.getByRole("row", { name: new RegExp(NAME) })).toContainText("الإنجليزية");
	await expect(page.getByRole("row")).toHaveCount(2);

	await page.goto(`/ar/my-cohorts/${id}/edit`);
	const part = page.getByRole("region", { name: "المكوّنون" });
	await part.getByRole("searchbox", { name: "إضافة مكوّن" }).fill("ازميل");
	// Enter searches; it does not send the form around it.
	await page.keyboard.press("Enter");
	await part.getByRole("button", { name: /^إضافة .*إزميل/ }).click();
	const chosen = part.getByRole("list", { name: "المكوّنون" }).getByRole("listitem");
	await expect(chosen).toContainText("الشركاء والتفاوض");
	await expect(chosen.locator(":focus")).toContainText(NAME);
	await expectWellMade(page, /تعديل الدورة/);
	await page.getByRole("button", { name: "حفظ" }).click();
	await expect(page.getByRole("region", { name: "المكوّنون" })).toContainText(NAME);
});

test("what the server says of a trainer stands beside them, and two at once do not overwrite each other", async ({
	page,
	expectRefusal,
}) => {
	expectRefusal(412, 422);
	const ministry = await actAs(page, "ministry");
	const { items } = (await ministry("GET", "/trainers?q=نول", undefined)) as unknown as {
		items: { person_id: string }[];
	};
	const id = items[0]?.person_id ?? "";
	await signIn(page, "ar", "ministry", `/trainers/${id}`);
	await page.getByRole("button", { name: "تعديل" }).click();
	await page.getByLabel("القيمة المكتسبة").check();
	await ministry("PUT", `/trainers/${id}`, { subjects: ["partners"], languages: ["fr"] });
	await page.getByRole("button", { name: "حفظ" }).click();
	const question = page.getByRole("alertdialog");
	await expectWellMade(page, /عمر بن نول/);
	await question.getByRole("button", { name: "حفظ نسختي مكانها" }).click();
	await expect(page.getByText("حُفظ ملف المكوّن")).toBeVisible();
	await expect(page.getByRole("main")).toContainText("القيمة المكتسبة");

	await page.goto("/ar/cohorts");
	await page.route("**/api/v1/cohorts/*", (route) =>
		route.request().method() === "PATCH"
			? route.fulfill({
					status: 422,
					contentType: "application/problem+json",
					json: {
						type: "about:blank",
						code: "validation_failed",
						title: "مدخلات غير صحيحة",
						status: 422,
						errors: [{ pointer: "/trainer_ids/1", code: "no_such", detail: "لم يعد مكوّنا" }],
					},
				})
			: route.fallback(),
	);
	await page
		.getByRole("link", { name: /دورة الجزائر لرؤساء الجمعيات/ })
		.first()
		.click();
	await page.getByRole("link", { name: "تعديل", exact: true }).click();
	await page.getByRole("button", { name: "حفظ" }).click();
	const wrong = page.getByRole("region", { name: "المكوّنون" }).getByRole("listitem").nth(1);
	await expect(wrong).toContainText("لم يعد مكوّنا");
	await expect(wrong.locator(":focus")).toBeVisible();
});
