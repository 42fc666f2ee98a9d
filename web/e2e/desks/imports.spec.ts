import { expect, expectOutline, expectWellMade, test } from "../fixtures/page.ts";
import { signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

const FILE = [
	"الاسم بالعربية;البلدية;الهاتف;قطاع النشاط;نطاق الجمعية;ملاحظة",
	"جمعية وردة الاستيراد الأولى;باب الوادي;0550 11 22 33;07;communal;أ",
	"جمعية وردة الاستيراد الثانية;القصبة;0550 11;07;communal;ب",
].join("\n");

test("a chamber reads a spreadsheet, sees what is to be mended, and imports the rest", async ({
	page,
}) => {
	await signIn(page, "ar", "chamber", "/imports");
	await page.getByLabel("ملف الجمعيات").setInputFiles({
		name: "جمعيات.csv",
		mimeType: "text/csv",
		buffer: Buffer.from(FILE, "utf8"),
	});
	await page.getByRole("button", { name: "قراءة الملف" }).click();
	await expect(page.getByRole("table", { name: "معاني الأعمدة" })).toBeVisible();
	await page.getByLabel("نوع الجمعية", { exact: true }).fill("مهنية");
	await expectWellMade(page, /استيراد الجمعيات/);
	await expectOutline(page, "ar", "importMapping");
	await page.getByLabel("الجمعيات التي تشبه ملفا موجودا").selectOption({ label: "تُترك ولا تُكتب" });
	const started = page.waitForRequest((request) => /imports\?.*dry_run=true/.test(request.url()));
	await page.getByRole("button", { name: "فحص الملف" }).click();
	expect(new URL((await started).url()).searchParams.get("duplicates")).toBe("skip");
	await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}$/);
	await expect(page.getByText("فحص منتهٍ")).toBeVisible({ timeout: 15_000 });
	await expect(page.getByRole("heading", { name: "أسطر الملف" })).toBeVisible();
	await expectWellMade(page, /جمعيات\.csv/);
	await expectOutline(page, "ar", "importJob");

	// Of two rows one has half a telephone number; the other goes into the register.
	const rows = page.getByRole("table", { name: "أسطر الملف" });
	await expect(rows).toContainText("0550 11");
	// The example in the server's words runs left to right inside the Arabic sentence.
	await expect(rows).toContainText("مثال: \u20660550 12 34 56\u2069");
	await page.getByRole("button", { name: /^استيراد جمعية واحدة/ }).click();
	await expect(page.getByText("جمعيات أُضيفت")).toBeVisible({ timeout: 15_000 });
	await page.goto("/ar/review?tab=draft&q=وردة الاستيراد");
	await expect(page.getByRole("rowheader", { name: /وردة الاستيراد الأولى/ })).toBeVisible();
});
