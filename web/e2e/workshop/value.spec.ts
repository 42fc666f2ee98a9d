import { expect, expectOutline, expectWellMade, test } from "../fixtures/page.ts";
import { signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("needs are answered by keyboard, the fit follows, and nobody's words are lost", async ({
	page,
	expectRefusal,
}) => {
	await signIn(page, "ar", "association", "/projects");
	await page.getByRole("link", { name: "ورشة الزرابي الجماعية" }).click();
	await page.getByRole("link", { name: "عرض القيمة" }).click();
	const people = page.getByRole("region", { name: "الفئات وما تحتاج إليه" });
	const offers = page.getByRole("region", { name: "العروض وكيف تجيب" });
	const fit = page.getByRole("region", { name: "مدى التوافق" });
	const dialog = page.getByRole("dialog");
	const save = dialog.getByRole("button", { name: "حفظ", exact: true });
	const drawn = page.locator('main svg path[data-kind="difficulty"]');
	await expect(fit).toContainText("75");
	await expect(people).toContainText("▲ بلا جواب");
	await expectWellMade(page, /عرض القيمة/);
	await expectOutline(page, "ar", "projectValue");
	// One of them is the key of the picture.
	await expect(drawn).toHaveCount(2);

	// A reliever takes a second difficulty on, without a mouse.
	const edit = offers.getByRole("button", { name: /تعديل أو ربط.*طلبيات مسبقة/ });
	await edit.focus();
	await page.keyboard.press("Enter");
	const choice = dialog.getByRole("checkbox", { name: "غلاء المواد الأولية" });
	await choice.focus();
	await page.keyboard.press("Space");
	await save.focus();
	await page.keyboard.press("Enter");
	await expect(fit).toContainText("100");
	await expect(drawn).toHaveCount(3);
	await expect(people).not.toContainText("▲ بلا جواب");
	await expect(edit).toBeFocused();

	// New people bring a task that nothing answers yet.
	await people.getByRole("button", { name: "إضافة فئة" }).click();
	await dialog.getByLabel("الفئة").fill("سياح الجنوب");
	await save.click();
	const visitors = people.getByRole("article", { name: "سياح الجنوب" });
	await visitors.getByRole("button", { name: /إضافة مهمة/ }).click();
	await dialog.getByLabel("المهمة").fill("شراء تذكار أصيل");
	await dialog.getByLabel("الأهمية لدى الفئة").selectOption("4");
	await save.click();
	await expect(visitors).toContainText(/الأهمية .*4.* من 5/);
	await expect(fit).toContainText("80");
	await offers.getByRole("button", { name: /تعديل أو ربط.*متجر جماعي/ }).click();
	await dialog.getByRole("checkbox", { name: "شراء تذكار أصيل" }).check();

	// Somebody else is faster: both versions are seen, and mine is kept.
	const other = await page.context().newPage();
	await other.goto(page.url());
	await other.getByRole("button", { name: /تعديل أو ربط.*متجر جماعي/ }).click();
	await other.getByRole("dialog").getByLabel("العرض").fill("متجر على الشابكة");
	await other.getByRole("dialog").getByRole("button", { name: "حفظ", exact: true }).click();
	await expect(other.getByRole("dialog")).toHaveCount(0);
	await other.close();
	expectRefusal(412);
	await save.click();
	await expect(dialog.getByRole("alert")).toContainText("متجر على الشابكة");
	await save.click();
	await expect(visitors).toContainText("جوابه:");
	await expect(offers).not.toContainText("متجر على الشابكة");

	// A group goes with what is in it, once that is said.
	await visitors.getByRole("button", { name: /تعديل: .*سياح الجنوب/ }).click();
	await dialog.getByRole("button", { name: "حذف" }).click();
	const sure = page.getByRole("alertdialog");
	await expect(sure).toContainText("سيُحذف معه عنصر واحد");
	await sure.getByRole("button", { name: "حذف" }).click();
	await expect(visitors).toHaveCount(0);
	await edit.click();
	await choice.uncheck();
	await save.click();
	await expect(fit).toContainText("75");
});
