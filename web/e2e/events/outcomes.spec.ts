import { instantIn } from "../fixtures/calls.ts";
import { closedCall, scoreAll, shareOut } from "../fixtures/commission.ts";
import { linkFor } from "../fixtures/letters.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { accountOf, leave, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("exhibitors declare what came out of an event, by link or signed in; its organisers ask, read and report", async ({
	page,
	expectRefusal,
}) => {
	test.setTimeout(60_000);
	// Whether a seat asks questions is asked by reading them.
	expectRefusal(404);
	const name = `معرض النتائج ${Date.now()}`;
	// It begins today, as the day is in Algiers, so that its first round is open.
	const { event, chamber, applications } = await closedCall(
		page,
		name,
		0,
		{ closes_at: instantIn(0, 100) },
		0,
	);
	await shareOut(page, chamber, event);
	await scoreAll(page, event, () => 8);
	await chamber("POST", `/events/${event}/selection/seed`, { seed: "7 21 35", source: "سحب" });
	await chamber("POST", `/events/${event}/selection/publication`, undefined);

	await signIn(page, "ar", "chamber", `/events/${event}/outcomes`);
	await page.getByRole("button", { name: /^إرسال الرسائل/ }).click();
	await expect(page.getByRole("alert")).toContainText("أُرسلت رسالة إلى جمعية واحدة");
	await expect(page.getByText("لم يصرح أحد بعد")).toBeVisible();
	await expectWellMade(page, /نتائج العارضين/);
	await leave(page);

	// The link of the letter needs no password; what is missing is said at its field and nothing is lost.
	await page.goto(await linkFor(accountOf("association").email, "declare", name));
	const sales = page.getByLabel("المبيعات");
	await page.getByLabel("زوار الجناح").fill("٤٥٠");
	await sales.fill("كثير");
	await page.getByLabel("الطلبيات", { exact: true }).fill("3");
	await page.getByLabel("قيمة الطلبيات").fill("42000");
	await page.getByLabel("التنظيم").selectOption("4");
	await page.getByRole("button", { name: "إرسال التصريح" }).click();
	await expect(sales).toHaveAttribute("aria-invalid", "true");
	await expect(page.getByLabel("جهات الاتصال")).toHaveAttribute("aria-invalid", "true");
	await expect(page.getByText("أكملوا رأيكم أو اتركوه كله فارغا")).toHaveCount(4);
	await expectWellMade(page, /نتائج المشاركة/);
	// Closed and opened again, also without an account: what was typed is there.
	await page.reload();
	await expect(page.getByText("وُجد هنا ما كتبتموه ولم تحفظوه")).toBeVisible();
	await expect(page.getByLabel("زوار الجناح")).toHaveValue("450");
	await sales.fill("125 000");
	await page.getByLabel("جهات الاتصال").fill("6");
	for (const mark of ["المكان", "إقبال الزوار", "الخدمات"])
		await page.getByLabel(mark).selectOption("5");
	await page.getByLabel("هل تشاركون مرة أخرى؟").selectOption("yes");
	await page.getByRole("button", { name: "إرسال التصريح" }).click();
	await expect(page.getByText(/125\.000/)).toBeVisible();

	// Signed in, the association corrects it.
	await signIn(page, "ar", "association", `/applications/${applications[0]}`);
	await expect(page.getByText("التصريح بنتائج المشاركة مفتوح")).toHaveCount(0);
	await page.getByRole("link", { name: "نتائج المشاركة" }).click();
	await page.getByText("تصحيح التصريح", { exact: true }).click();
	await expect(sales).toHaveValue("125000");
	await sales.fill("130000");
	await page.getByRole("button", { name: "إرسال التصحيح" }).click();
	await expect(page.getByText(/130\.000/)).toBeVisible();
	await leave(page);

	await signIn(page, "ar", "chamber", `/events/${event}/outcomes`);
	await expect(page.getByRole("table").getByText(/130\.000/)).toBeVisible();
	await page.getByRole("link", { name: "حصيلة التظاهرة" }).click();
	await expect(page.getByText("ترون كل الأرقام")).toBeVisible();
	await expect(
		page.getByRole("table", { name: "النتائج المصرح بها" }).getByText(/130\.000/),
	).toHaveCount(2);
	const saved = page.waitForEvent("download");
	await page.getByRole("button", { name: "تنزيل الحصيلة (PDF)" }).click();
	expect((await saved).suggestedFilename()).toBe("report.pdf");
	await expectWellMade(page, /حصيلة التظاهرة/);
});
