import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { around, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("a key is shown once, works, and stops when revoked", async ({ page, request }) => {
	const name = `مفتاح الاختبار ${Date.now()}`;
	await signIn(page, "ar", "chamber", "/keys");
	await page.getByRole("button", { name: "مفتاح جديد" }).click();
	const dialog = page.getByRole("dialog", { name: "مفتاح جديد" });
	await dialog.getByLabel("الاسم", { exact: true }).fill(name);
	await dialog.getByLabel("list_transitions").check();
	await dialog.getByLabel("list_associations").check();
	await dialog.getByRole("button", { name: "إنشاء المفتاح" }).click();
	await expect(dialog.getByText("يُعرض المفتاح مرة واحدة فقط")).toBeVisible();
	const secret = (await dialog.locator("code").textContent()) ?? "";
	await dialog.getByRole("button", { name: "احتفظت به" }).click();
	await expect(page.getByText(secret, { exact: true })).toHaveCount(0);

	const ask = () =>
		request.get("/api/v1/associations?in_charge=true&limit=1", {
			headers: { Authorization: `Bearer ${secret}` },
		});
	expect((await ask()).status()).toBe(200);

	await page.getByRole("button", { name: around("إلغاء المفتاح", name) }).click();
	await page
		.getByRole("alertdialog")
		.getByRole("button", { name: "إلغاء", exact: true })
		.first()
		.click();
	await expect(page.getByRole("row").filter({ hasText: name }).getByText("ملغى")).toBeVisible();
	expect((await ask()).status()).toBe(401);
});

test("what a key cannot be given is not offered, and is named in words when the server refuses it", async ({
	page,
	expectRefusal,
}) => {
	await signIn(page, "ar", "chamber", "/keys");
	await page.getByRole("button", { name: "مفتاح جديد" }).click();
	const dialog = page.getByRole("dialog", { name: "مفتاح جديد" });
	await expect(dialog.getByLabel("list_transitions")).toBeVisible();
	await expect(dialog.getByLabel("create_webhook")).toHaveCount(0);
	// Many operations are found by a word or a code; what is chosen stays in sight, and Enter sends nothing.
	await dialog.getByLabel("list_transitions").check();
	await dialog.getByLabel("البحث في القائمة").fill("وثائق");
	await dialog.getByLabel("البحث في القائمة").press("Enter");
	await expect(dialog.getByLabel("list_project_documents")).toBeVisible();
	await expect(dialog.getByLabel("list_transitions")).toBeChecked();
	await expect(dialog.getByLabel("list_projects")).toHaveCount(0);
	await expectWellMade(page, /مفاتيح البرمجة/);
	await dialog.getByLabel("البحث في القائمة").fill("");
	// As if a right had been withdrawn since the page was opened.
	await page.route("**/api/v1/keys", (route) =>
		route.continue({
			postData: { ...route.request().postDataJSON(), scopes: ["create_webhook"] },
		}),
	);
	expectRefusal(422);
	await dialog.getByLabel("الاسم", { exact: true }).fill("برمجية الغرفة");
	await dialog.getByRole("button", { name: "إنشاء المفتاح" }).click();
	await expect(dialog.getByRole("alert")).toContainText("إضافة عنوان تبليغ");
	await expect(dialog.getByRole("group", { name: "العمليات المسموح بها" })).toContainText(
		"إضافة عنوان تبليغ",
	);
	await expect(dialog).not.toContainText("create_webhook");
});
