import type { Page } from "@playwright/test";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

async function emptyProject(page: Page, name: string) {
	await signIn(page, "ar", "association", "/projects/new");
	await page.getByLabel("اسم المشروع بالعربية").fill(name);
	const start = page.getByRole("group", { name: /تاريخ الانطلاق/ });
	// A Sunday.
	await start.getByLabel("اليوم").fill("4");
	await start.getByLabel("الشهر").selectOption("04");
	await start.getByLabel("السنة").fill("2027");
	await page.getByRole("button", { name: "إنشاء المشروع" }).click();
	await page.getByRole("link", { name: "الأنشطة والجدول الزمني" }).click();
}

const upload = (content: string) => ({
	name: "activities.csv",
	mimeType: "text/csv",
	buffer: Buffer.from(content),
});

const MSPDI = `<?xml version="1.0" encoding="UTF-8"?>
<Project xmlns="http://schemas.microsoft.com/project"><StartDate>2027-04-04T08:00:00</StartDate><Tasks>
<Task><UID>1</UID><Name>المرحلة الأولى</Name><WBS>1</WBS><Summary>1</Summary></Task>
<Task><UID>2</UID><Name>نسج</Name><WBS>1.1</WBS><Duration>PT40H0M0S</Duration></Task>
</Tasks></Project>`;

test("activities come from a file, after a trial; a file that is wrong is refused in words", async ({
	page,
	expectRefusal,
}) => {
	await emptyProject(page, "دورة الحياكة");
	await page.getByRole("button", { name: "استيراد أنشطة" }).click();
	const dialog = page.getByRole("dialog", { name: "استيراد أنشطة" });
	const trial = dialog.getByRole("button", { name: "تجربة دون حفظ" });
	expectRefusal(422);
	await dialog
		.getByLabel("الملف")
		.setInputFiles(upload("code,name,duration_days,predecessors\nA,نسج,5,Q\n"));
	await trial.click();
	await expect(dialog.getByRole("alert")).toContainText("A");
	await expectWellMade(page, /الأنشطة والجدول الزمني/);

	// What a file of Microsoft Project has and the platform has not is told by name.
	await dialog.getByLabel("الملف").setInputFiles({
		name: "plan.xml",
		mimeType: "text/xml",
		buffer: Buffer.from(MSPDI),
	});
	await trial.click();
	await expect(dialog.getByText("نشاط واحد في الملف")).toBeVisible();
	await expect(dialog.getByRole("listitem")).toContainText("المرحلة الأولى");
	await expect(dialog.getByRole("listitem")).toContainText("مهمة جامعة");

	await dialog
		.getByLabel("الملف")
		.setInputFiles(upload("code,name,duration_days,predecessors\nA,نسج,5,\nB,عرض,2,A\n"));
	await expect(dialog.getByRole("alert")).toHaveCount(0);
	await trial.click();
	await expect(dialog.getByText("نشاطان في الملف")).toBeVisible();
	await expect(page.getByRole("img", { name: /مخطط غانت/ })).toHaveCount(0);
	await dialog.getByRole("button", { name: "استيراد أنشطة" }).click();
	await expect(dialog).toHaveCount(0);
	const name = (row: string) =>
		page.getByLabel(`\u2068النشاط\u2069، \u2068${row}\u2069`, { exact: true });
	await expect(name("A")).toHaveValue("نسج");
	await expect(name("B")).toHaveValue("عرض");
	await expect(page.getByRole("img", { name: /مخطط غانت/ })).toBeVisible();
});

test("the calendar moves the schedule: a six-day week, a day off, a night shift for one activity", async ({
	page,
}) => {
	const cell = (column: string, row: string) =>
		page.getByLabel(`\u2068${column}\u2069، \u2068${row}\u2069`, { exact: true });
	await emptyProject(page, "معرض الربيع بوهران");
	await page.getByRole("button", { name: "إضافة نشاط" }).click();
	await cell("النشاط", "A1").evaluate((input) => {
		const data = new DataTransfer();
		data.setData("text/plain", "نسج\t6\t\nعرض\t2\tA1");
		input.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
	});
	await page.getByRole("button", { name: "حفظ الأنشطة وحساب الجدول" }).click();
	const figures = page.getByRole("region", { name: "أرقام الجدول الزمني" }).first();
	const weaving = figures.getByRole("row", { name: /نسج/ });
	// Sunday 4 to Thursday 8, then Sunday 11 April.
	await expect(weaving).toContainText("11 أفريل 2027");

	await page.getByRole("button", { name: "تعديل أوقات العمل" }).click();
	const dialog = page.getByRole("dialog", { name: "تعديل أوقات العمل" });
	const save = () => dialog.getByRole("button", { name: "حفظ", exact: true }).click();
	await expect(dialog.getByLabel("السبت")).toBeChecked();
	await dialog.getByLabel("السبت").uncheck();
	await dialog.getByLabel("ساعات العمل").fill("صباحا");
	await save();
	await expect(dialog.getByLabel("ساعات العمل")).toHaveAccessibleDescription(/08:00/);
	await dialog.getByLabel("ساعات العمل").fill("٨-12، 13:00-17:00");
	await dialog.getByText("ساعات أخرى لبعض أيام الأسبوع").click();
	await dialog.getByLabel(/ساعات.*الخميس/).fill("08:00-12:00");
	await dialog.getByRole("button", { name: "إضافة عطلة" }).click();
	for (const [name, day] of [
		["من", "5"],
		["إلى غاية", "6"],
	] as const) {
		const off = dialog.getByRole("group", { name: new RegExp(`^${name}`) });
		await off.getByLabel("اليوم").fill(day);
		await off.getByLabel("الشهر").selectOption("04");
		await off.getByLabel("السنة").fill("2027");
	}
	await dialog.getByLabel("المناسبة").fill("عيد الحي");
	await expectWellMade(page, /الأنشطة والجدول الزمني/);

	await dialog.getByRole("button", { name: "إضافة أوقات لبعض الأنشطة" }).click();
	await dialog.getByLabel("الاسم", { exact: true }).fill("المناوبة الليلية");
	await dialog.getByLabel("ساعات العمل").fill("20:00-24:00");
	await save();
	await expect(dialog).toHaveCount(0);
	// Monday and Tuesday off, half of Thursday, Saturday worked: 4, 7, 8, 10, 11, 12 and half of 13 April.
	const hours = page.getByRole("region", { name: "أوقات العمل" });
	await expect(hours).toContainText("الجمعة");
	await expect(hours).not.toContainText("السبت");
	await expect(weaving).toContainText("13 أفريل 2027");

	await cell("أوقات العمل", "A2").selectOption("المناوبة الليلية");
	await page.getByRole("button", { name: "حفظ الأنشطة وحساب الجدول" }).click();
	// Two working days of the project are four nights of four times; the last ends at midnight, after a weekend.
	await expect(figures.getByRole("row", { name: /عرض/ })).toContainText("19 أفريل 2027");

	// No working time at all is refused at the times, and what was typed stays.
	await page.getByRole("button", { name: "تعديل أوقات العمل" }).click();
	for (const day of ["السبت", "الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس"]) {
		await dialog.getByRole("checkbox", { name: day }).check();
	}
	await save();
	const times = dialog.getByLabel("ساعات العمل", { exact: true });
	await expect(times).toHaveAccessibleDescription(/لا يعمل أحد في أي يوم/);
	await expect(times).toBeFocused();
	await expect(dialog.getByRole("checkbox", { name: "الأحد" })).toBeChecked();
	await dialog.getByRole("button", { name: "إلغاء" }).click();
	await expect(weaving).toContainText("13 أفريل 2027");
});

test("somebody changes the calendar while the table is typed: the typed table is kept, and their calendar too", async ({
	page,
	context,
	expectRefusal,
}) => {
	await emptyProject(page, "قافلة الحرفيين");
	const name = page.getByLabel("\u2068النشاط\u2069، \u2068A1\u2069", { exact: true });
	await page.getByRole("button", { name: "إضافة نشاط" }).click();
	await name.fill("زيارة البلديات");
	await page.getByLabel("\u2068المدة\u2069، \u2068A1\u2069", { exact: true }).fill("3");

	const other = await context.newPage();
	await other.goto(page.url());
	await other.getByRole("button", { name: "تعديل أوقات العمل" }).click();
	const dialog = other.getByRole("dialog", { name: "تعديل أوقات العمل" });
	await dialog.getByLabel("السبت").uncheck();
	await dialog.getByRole("button", { name: "حفظ", exact: true }).click();
	await expect(dialog).toHaveCount(0);
	await other.close();

	expectRefusal(412);
	await page.getByRole("button", { name: "حفظ الأنشطة وحساب الجدول" }).click();
	const conflict = page.getByRole("alertdialog", { name: "سبقكم شخص آخر إلى الحفظ" });
	await conflict.getByRole("button", { name: "حفظ نسختي مكانها" }).click();
	await expect(page.getByRole("img", { name: /مخطط غانت/ })).toBeVisible();
	await expect(name).toHaveValue("زيارة البلديات");
	const hours = page.getByRole("region", { name: "أوقات العمل" });
	await expect(hours).toContainText("الجمعة");
	await expect(hours).not.toContainText("السبت");
});

test("the plan of today stands beside the last baseline", async ({ page }) => {
	await signIn(page, "ar", "association", "/projects");
	await page.getByRole("link", { name: "ورشة الزرابي الجماعية" }).click();
	await page.getByRole("link", { name: "الأنشطة والجدول الزمني" }).click();
	const gantt = page.getByRole("figure", { name: "مخطط غانت" });
	await expect(gantt.getByText(/الخطة المرجعية/)).toBeVisible();
	await gantt.getByRole("button", { name: "عرض الجدول" }).click();
	await expect(gantt.getByRole("columnheader", { name: "النهاية المرجعية" })).toBeVisible();
	await expect(gantt.getByRole("row", { name: /دراسة الجدوى/ })).toContainText("2026");
});
