import { expect, expectWellMade, expectWellMadeOnPhone, test } from "../fixtures/page.ts";
import { around, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("the ministry changes what the law asks of founders, and reads what it asked before", async ({
	page,
	expectRefusal,
}) => {
	expectRefusal(422);
	const text = `قانون الاختبار ${Date.now()}`;
	await signIn(page, "ar", "ministry", "/reference");
	await page.getByRole("link", { name: "شروط التأسيس" }).click();
	const row = page.getByRole("row").filter({ hasText: "ما بين الولايات" }).first();
	await expect(row).toContainText("21");
	await row.getByRole("button", { name: /^تعديل/ }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("أقل عدد للمؤسسين").fill("");
	await dialog.getByRole("button", { name: "حفظ" }).click();
	await expect(dialog.getByLabel("أقل عدد للمؤسسين")).toBeFocused();
	// Any digits are read; the server says at its field what the law cannot ask.
	await dialog.getByLabel("أقل عدد للمؤسسين").fill("٢١");
	await dialog.getByLabel("أقل عدد لولاياتهم").fill("70");
	await dialog.getByLabel("النص المستند إليه").fill(text);
	await dialog.getByRole("button", { name: "حفظ" }).click();
	await expect(dialog.getByLabel("أقل عدد لولاياتهم")).toHaveAttribute("aria-invalid", "true");
	await dialog.getByLabel("أقل عدد لولاياتهم").fill("3");
	await expectWellMadeOnPhone(page, /البيانات المرجعية/);
	await dialog.getByRole("button", { name: "حفظ" }).click();
	await expect(row).toContainText(text);

	await row.getByRole("button", { name: around("سجل التعديلات:", "") }).click();
	const history = page.getByRole("dialog").getByRole("listitem");
	await expect(history.first()).toContainText(text);
	await expect(history.first()).toContainText(/أقل عدد للمؤسسين\u2069?: \u2068?21/);
	expect(await history.count()).toBeGreaterThan(1);
	await expectWellMade(page, /البيانات المرجعية/);
});
