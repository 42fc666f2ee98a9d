import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("a project that begins with a template has its activities and a schedule at once", async ({
	page,
}) => {
	await signIn(page, "ar", "association", "/projects/new");
	await page.getByLabel("اسم المشروع بالعربية").fill("معرض الخزف الصيفي");
	const template = page.getByLabel("الانطلاق من");
	await template.selectOption("exhibition");
	await page.getByRole("button", { name: "إنشاء المشروع" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "معرض الخزف الصيفي" })).toBeVisible();
	await page.getByRole("link", { name: "الأنشطة والجدول الزمني" }).click();
	const editor = page.getByRole("region", { name: "جدول الأنشطة" });
	await expect(editor.getByLabel(/النشاط.*A1/).first()).toHaveValue(
		"قرار المكتب وتعيين لجنة التنظيم",
	);
	await expect(page.getByRole("img", { name: /مخطط غانت/ })).toBeVisible();
	await expect(page.getByRole("region", { name: "أرقام الجدول الزمني" }).first()).toContainText(
		"→",
	);
});

test("a template comes behind the plan there is, once, and new codes are named", async ({
	page,
	expectRefusal,
}) => {
	expectRefusal(503);
	await signIn(page, "ar", "association", "/projects/new");
	await page.getByLabel("اسم المشروع بالعربية").fill("معرض النحاس الخريفي");
	await page.getByRole("button", { name: "إنشاء المشروع" }).click();
	await page.getByRole("link", { name: "الأنشطة والجدول الزمني" }).click();
	const editor = page.getByRole("region", { name: "جدول الأنشطة" });
	const rows = editor.getByRole("button", { name: /حذف النشاط/ });
	const offer = page.getByRole("button", { name: "إضافة أنشطة قالب" });
	const dialog = page.getByRole("dialog");
	const which = dialog.getByLabel("القالب");
	const add = dialog.getByRole("button", { name: "إضافة الأنشطة" });

	// Nothing is planned yet: the template is the plan.
	await offer.press("Enter");
	await expect(dialog).toContainText("في هذا القالب");
	await expect(dialog).toContainText("تصبح أنشطته مخطط المشروع");
	await which.selectOption("exhibition");
	await add.click();
	await expect(dialog).toHaveCount(0);
	await expect(rows).toHaveCount(14);

	// What is typed and not saved is not to be lost behind it.
	const first = editor.getByLabel(/النشاط.*A1/).first();
	await first.fill("قرار المكتب");
	await offer.click();
	await expect(dialog).toContainText("ما لم يُحفظ بعد");
	await expect(add).toHaveCount(0);
	await dialog.getByRole("button", { name: "العودة إلى الجدول" }).click();
	await page.getByRole("button", { name: "حفظ الأنشطة وحساب الجدول" }).click();
	await expect(page.getByText("حُفظت الأنشطة")).toBeVisible();

	await offer.click();
	await expect(dialog).toContainText("يبقى المخطط الحالي كما هو");
	await expectWellMade(page, /الأنشطة والجدول الزمني/);
	const keys: (string | undefined)[] = [];
	page.on("request", (request) => {
		if (request.url().endsWith("/template")) keys.push(request.headers()["idempotency-key"]);
	});
	// An answer that is lost on the way, and an impatient hand.
	await page.route("**/template", async (route) => {
		await route.fetch();
		await route.fulfill({ status: 503, json: {} });
	});
	await which.selectOption("exhibition");
	await add.click();
	await expect(dialog.getByRole("alert")).toBeVisible();
	await page.unroute("**/template");
	await add.dblclick();
	await expect(dialog).toContainText(/كانت هذه الرموز مستعملة.*A1.*أصبح.*A1-2/s);
	await expectWellMade(page, /الأنشطة والجدول الزمني/);
	await dialog.getByRole("button", { name: "إغلاق" }).last().click();
	expect(new Set(keys).size).toBe(1);
	await expect(rows).toHaveCount(28);
	await expect(first).toHaveValue("قرار المكتب");
});
