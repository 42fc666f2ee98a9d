import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { leave, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("a choice is kept with its day, computed again today beside it, and deleted after one question", async ({
	page,
	expectRefusal,
}) => {
	test.setTimeout(90_000);
	expectRefusal(403, 404, 503);
	const dialog = page.getByRole("dialog");
	const kept = page.getByRole("table", { name: "الاختيارات المحفوظة" });
	const candidates = page.getByRole("table", { name: "المشاريع المرشحة" });
	await signIn(page, "ar", "national", "/projects/portfolio");
	await expect(page.getByText("لا اختيارات محفوظة بعد")).toBeVisible();
	await expectWellMade(page, /اختيار المشاريع/);
	await page.getByLabel("الولاية", { exact: true }).selectOption("16");
	await expect(candidates.getByRole("row", { name: /ورشة النحاس بالقصبة/ })).toBeVisible();
	await page.getByLabel("ميزانية اليوم").fill("3000000");
	await page.getByLabel(/موقع .*ورشة النحاس بالقصبة.* في الاختيار/).selectOption("required");
	await page.getByRole("button", { name: "حساب أفضل اختيار" }).click();
	await page.getByRole("button", { name: "حفظ هذا الاختيار" }).press("Enter");
	const keep = dialog.getByRole("button", { name: "حفظ", exact: true });
	const name = dialog.getByRole("textbox", { name: "الاسم" });
	await keep.click();
	await expect(name).toHaveAccessibleDescription(/اكتبوا اسما/);
	await name.fill("مشاريع سنة 2027");
	await dialog.getByLabel(/ملاحظة/).fill("لجلسة ديسمبر");
	await expectWellMade(page, /اختيار المشاريع/);
	// The answer is lost on the way: what was typed stays, and the second try keeps it once.
	await page.route("**/kept-portfolios", async (route) => {
		if (route.request().method() !== "POST") return route.fallback();
		await route.fetch();
		await route.fulfill({ status: 503, json: {} });
	});
	await keep.click();
	await expect(dialog.getByRole("alert")).toBeVisible();
	await page.unroute("**/kept-portfolios");
	await keep.dblclick();
	await expect(dialog).toHaveCount(0);
	await expect(page.getByRole("link", { name: /محفوظ باسم.*مشاريع سنة 2027/ })).toBeVisible();
	await expect(page.getByRole("button", { name: "حفظ هذا الاختيار" })).toBeFocused();
	await expect(kept.getByRole("row", { name: /مشاريع سنة 2027/ })).toHaveCount(1);

	await page.getByRole("link", { name: "الاختيارات المحفوظة" }).click();
	await expect(kept).toBeInViewport();
	await kept.getByRole("link", { name: "مشاريع سنة 2027" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "مشاريع سنة 2027" })).toBeVisible();
	await expectWellMade(page, /مشاريع سنة 2027/);
	const asked = page.getByRole("region", { name: "الشروط يوم الحفظ" });
	await expect(asked).toContainText("3.000.000");
	await expect(asked).toContainText("لجلسة ديسمبر");
	await expect(asked).toContainText("ورشة النحاس بالقصبة");
	await expect(page.getByRole("main").getByRole("textbox")).toHaveCount(0);
	const result = page.getByRole("region", { name: "الاختيار", exact: true }).first();
	await expect(result.getByRole("status")).toContainText("مثبت");

	await page.getByRole("button", { name: "إعادة الحساب اليوم" }).click();
	const beside = page
		.getByRole("region", { name: "مقارنة الاختيار المحفوظ باختيار اليوم" })
		.first();
	await expect(beside.getByRole("status")).toContainText("هي نفسها");
	await expect(beside.getByRole("region", { name: "اختيار اليوم", exact: true })).toContainText(
		"د.ج",
	);
	await expect(
		beside.getByRole("row", { name: /ورشة النحاس بالقصبة.*دون تغيير.*مختار.*مختار/ }),
	).toBeVisible();
	await expectWellMade(page, /مشاريع سنة 2027/);

	// What would come out today has changed; the answer is made up, for the projects themselves stay as they are.
	await page.route("**/computations", async (route) => {
		const response = await route.fetch();
		const answer = await response.json();
		const [gone, joins] = [
			answer.result.optimum.selected[0],
			answer.projects.find(
				({ project_id: id }: { project_id: string }) =>
					!answer.result.optimum.selected.includes(id),
			).project_id,
		];
		answer.projects = answer.projects.filter(
			({ project_id: id }: { project_id: string }) => id !== gone,
		);
		answer.result.optimum.selected = [...answer.result.optimum.selected.slice(1), joins];
		await route.fulfill({ response, json: answer });
	});
	await page.getByRole("button", { name: "إعادة الحساب اليوم" }).click();
	await expect(beside.getByRole("status")).toContainText("تغير اختيار مشروعين");
	await expect(beside.getByRole("row").nth(1)).toContainText("يدخل الاختيار");
	await expect(beside.getByRole("row", { name: /لم يعد مرشحا.*غير مرشح/ })).toHaveCount(1);
	await expectWellMade(page, /مشاريع سنة 2027/);
	await page.unroute("**/computations");
	await page.route("**/computations", (route) => route.fulfill({ status: 503, json: {} }));
	await page.getByRole("button", { name: "إعادة الحساب اليوم" }).click();
	await expect(page.getByRole("alert")).toBeVisible();

	// Another body does not see it.
	const address = page.url();
	await leave(page);
	await signIn(page, "ar", "association", "/projects/portfolio");
	await expect(page.getByText("لا اختيارات محفوظة بعد")).toBeVisible();
	await page.goto(address);
	await expect(page.getByRole("heading", { level: 1, name: "الصفحة غير موجودة" })).toBeVisible();
	await leave(page);
	await signIn(page, "ar", "trainer", "/projects/portfolio");
	await expect(page.getByRole("heading", { level: 1 })).toHaveText(/ليست ضمن صلاحياتكم/);
	await page.goto(address);
	await expect(page.getByRole("heading", { level: 1 })).toHaveText(/ليست ضمن صلاحياتكم/);

	await leave(page);
	await signIn(
		page,
		"ar",
		"national",
		new URL(address).pathname.slice(3) + new URL(address).search,
	);
	await page.getByRole("button", { name: "حذف", exact: true }).click();
	const question = page.getByRole("alertdialog");
	await question.getByRole("button", { name: "إلغاء" }).click();
	await page.getByRole("button", { name: "حذف", exact: true }).click();
	await question.getByRole("button", { name: "حذف", exact: true }).click();
	await expect(page.getByText("لا اختيارات محفوظة بعد")).toBeVisible();
	await expectWellMade(page, /اختيار المشاريع/);
});
