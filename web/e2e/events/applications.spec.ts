import { actAs, announce, instantIn, rewrite } from "../fixtures/calls.ts";
import { inArabic } from "../fixtures/fields.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { leave, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("an association applies, is told what it does not meet, edits and hands in", async ({
	page,
	expectRefusal,
}) => {
	expectRefusal(422);
	const send = await actAs(page, "chamber");
	const event = await announce(send, "معرض الجرار", { conditions: { wilayas: ["30"] } });
	await signIn(page, "ar", "association", `/events/${event}`);
	await page.getByRole("button", { name: "تقديم طلب مشاركة" }).click();
	await expect(page.getByText("مسودة لا يراها المنظمون")).toBeVisible();
	await expectWellMade(page, /طلب مشاركة/);

	// Nothing is handed in that is not complete.
	await page.getByRole("button", { name: "إيداع الطلب" }).click();
	await expect(page.getByRole("alert")).toContainText("3 حقول");
	await expect(page.getByLabel("الاسم واللقب")).toBeFocused();
	await page.getByLabel("الاسم واللقب").fill("نادية حداد");
	await page.getByLabel("الهاتف").fill("12");
	await page.getByLabel(inArabic("اسم المنتج")).fill("جرة مزخرفة");
	await page.getByLabel("فرع النشاط").selectOption({ index: 2 });
	await page.getByLabel("المساحة").fill("٩");
	await page.getByLabel("نار أو فرن").check();
	await page.getByLabel("جناح في زاوية").check();
	await page.getByLabel("جمعيات ترغبون في جوارها").fill("جمعية");
	await page
		.getByRole("listitem")
		.getByRole("button", { name: /^إضافة / })
		.first()
		.click();
	const neighbours = page.getByRole("list", { name: "الجيران المرغوبون" }).getByRole("listitem");
	await expect(neighbours).toHaveCount(1);
	// What the server says stands at its field; nothing typed is lost.
	await page.getByRole("button", { name: "حفظ المسودة" }).click();
	await expect(page.getByLabel("الهاتف")).toBeFocused();
	await expect(page.getByLabel("الهاتف")).toHaveAttribute("aria-invalid", "true");
	await page.getByLabel("الهاتف").fill("0550 12 34 56");
	await page.getByRole("button", { name: "حفظ المسودة" }).click();
	await expect(page.getByText("حُفظ الطلب")).toBeVisible();
	await page.reload();
	await expect(page.getByLabel("المساحة")).toHaveValue("9");
	await expect(page.getByLabel("جناح في زاوية")).toBeChecked();
	await expect(neighbours).toContainText("جمعية");

	await page.getByRole("button", { name: "إيداع الطلب" }).click();
	const situation = page.getByRole("region", { name: "وضعية الطلب" });
	await expect(situation).toContainText("أودع الطلب، ولا يستوفي كل شروط النداء");
	await expect(situation.locator(":focus")).toContainText("ولا يستوفي كل شروط النداء");
	await expect(situation).toContainText("مقر الجمعية خارج الولايات المعنية بالنداء.");
	await expect(situation).toContainText("ورقلة");
	await expect(situation).toContainText("فاقترحوا تعديل عنوانه في ملفها");
	await expectWellMade(page, /طلب مشاركة/);

	// The organisers widen the call; what is handed in is checked again.
	await rewrite(send, event, {});
	await page.getByRole("button", { name: "إضافة منتج" }).click();
	await page.getByLabel(inArabic("اسم المنتج")).last().fill("صحن");
	await page.getByRole("button", { name: "إعادة الفحص" }).click();
	await expect(situation).toContainText("أودع الطلب، وهو مستوفٍ لشروط النداء");
	const history = page.getByRole("region", { name: "مراحل الطلب" }).getByRole("listitem");
	await expect(history).toHaveCount(3);
	await page.getByLabel("رغباتكم").fill("قرب المدخل");
	await page.getByRole("button", { name: "حفظ التعديلات" }).click();
	await expect(page.getByText("حُفظ الطلب")).toBeVisible();
});

test("the organiser reads what was handed in; the association takes it back and hands it in again", async ({
	page,
	expectRefusal,
}) => {
	expectRefusal(422);
	const event = await announce(await actAs(page, "chamber"), "معرض الصحون", {});
	const own = await actAs(page, "association");
	const { id } = await own("POST", `/events/${event}/applications`, {
		exhibitors: [{ name: "نادية حداد", phone: "0550 12 34 56" }],
		products: [{ name: { ar: "صحن" }, craft_sector: "02" }],
		wishes: "قرب المدخل",
	});
	await own("POST", `/event-applications/${id}/submission`, undefined);
	await signIn(page, "ar", "chamber", `/events/${event}`);
	await page.getByRole("link", { name: "طلبات المشاركة", exact: true }).click();
	await expectWellMade(page, /طلبات المشاركة/);
	await page.getByRole("link", { name: "مستوفٍ للشروط", exact: true }).click();
	// Found by the name in another spelling; the state stays chosen.
	const list = page.getByRole("table").getByRole("link");
	await page.getByLabel("اسم الجمعية").fill("لا أحد بهذا الاسم");
	await expect(list).toHaveCount(0);
	await page.getByLabel("اسم الجمعية").fill("جمعيه");
	await expect(list).toHaveCount(1);
	await page.getByLabel("الترتيب").selectOption("name");
	await expect(page).toHaveURL(/status=eligible.*sort=name|sort=name.*status=eligible/);
	await list.click();
	await expect(page).toHaveURL(new RegExp(`/applications/${id}$`));
	await expect(page.getByText("نادية حداد")).toBeVisible();
	await expect(page.getByText("قرب المدخل")).toBeVisible();
	await expect(page.getByRole("form", { name: "محتوى الطلب" })).toHaveCount(0);
	await expect(page.getByRole("button", { name: "سحب الطلب" })).toHaveCount(0);
	await expectWellMade(page, /جمعية/);
	await leave(page);

	await signIn(page, "ar", "association", "/my-applications");
	await page.getByRole("link", { name: "معرض الصحون" }).first().click();
	await page.getByRole("button", { name: "سحب الطلب" }).click();
	const dialog = page.getByRole("alertdialog");
	await dialog.getByRole("button", { name: "سحب الطلب" }).click();
	await expect(dialog.getByLabel("سبب السحب")).toHaveAttribute("aria-invalid", "true");
	await dialog.getByLabel("سبب السحب").fill("تعذر التنقل");
	await dialog.getByRole("button", { name: "سحب الطلب" }).click();
	const situation = page.getByRole("region", { name: "وضعية الطلب" });
	const history = page.getByRole("region", { name: "مراحل الطلب" }).getByRole("listitem");
	await expect(situation).toContainText("سحبتم هذا الطلب");
	await expect(history.last()).toContainText("تعذر التنقل");
	// While the call is open it can be changed and handed in again.
	await page.getByLabel("رغباتكم").fill("قرب المدخل الكبير");
	await page.getByRole("button", { name: "إيداع الطلب من جديد" }).click();
	await expect(situation).toContainText("أودع الطلب، وهو مستوفٍ لشروط النداء");
	await expect(history).toHaveCount(4);
});

test("the close comes while one types: the time is told and nothing is lost", async ({
	page,
	expectRefusal,
}) => {
	expectRefusal(409);
	const send = await actAs(page, "chamber");
	const event = await announce(send, "معرض آخر ساعة", {});
	const { id } = await (await actAs(page, "association"))(
		"POST",
		`/events/${event}/applications`,
		{},
	);
	await signIn(page, "ar", "association", `/applications/${id}`);
	await page.getByLabel("رغباتكم").fill("قرب النافذة");
	await rewrite(send, event, { closes_at: instantIn(0, -1) });
	await page.getByRole("button", { name: "حفظ المسودة" }).click();
	await expect(page.getByRole("alert")).toContainText(/أغلق النداء في .*\d{4} \d{2}:\d{2}/);
	await expect(page.getByLabel("رغباتكم")).toHaveValue("قرب النافذة");
	await page.goto("/ar/my-applications");
	await expect(page.getByRole("row", { name: /معرض آخر ساعة/ }).first()).toContainText(
		"ولم يودع هذا الطلب",
	);
	await expectWellMade(page, /طلبات المشاركة/);
});

test("two people of one association: the second keeps what was typed, and chooses", async ({
	page,
	expectRefusal,
}) => {
	expectRefusal(412);
	const event = await announce(await actAs(page, "chamber"), "معرض لشخصين", {});
	const own = await actAs(page, "association");
	const { id } = await own("POST", `/events/${event}/applications`, { wishes: "الأولى" });
	await signIn(page, "ar", "association", `/applications/${id}`);
	await page.getByLabel("رغباتكم").fill("الثانية");
	// Meanwhile, elsewhere.
	await own("PATCH", `/event-applications/${id}`, { wishes: "الثالثة" });
	await page.getByRole("button", { name: "حفظ المسودة" }).click();
	await page.getByRole("alertdialog").getByRole("button", { name: "أخذ النسخة الأخرى" }).click();
	await expect(page.getByLabel("رغباتكم")).toHaveValue("الثالثة");
	await page.getByLabel("رغباتكم").fill("الرابعة");
	await page.getByRole("button", { name: "حفظ المسودة" }).click();
	await expect(page.getByText("حُفظ الطلب")).toBeVisible();
});

test("readers of everything see the applications of any event, another chamber does not", async ({
	page,
	expectRefusal,
}) => {
	expectRefusal(403);
	const event = await announce(await actAs(page, "chamber"), "معرض يقرؤه الجميع", {});
	await page.goto(`/ar/events?q=${encodeURIComponent("معرض يقرؤه الجميع")}`);
	await expect(page.getByRole("article").first()).toContainText("النداء مفتوح حتى");
	for (const role of ["national", "ministry"] as const) {
		await signIn(page, "ar", role, `/events/${event}`);
		await page.getByRole("link", { name: "طلبات المشاركة", exact: true }).click();
		await expect(page.getByText("لم يودع أي طلب بعد")).toBeVisible();
		await leave(page);
	}
	await signIn(page, "ar", "trainer", `/events/${event}/applications`);
	const closed = page.getByRole("heading", { name: "هذه الصفحة ليست ضمن صلاحياتكم" });
	await expect(closed).toBeVisible();
	await leave(page);
	const elsewhere = await page.request.get("/api/v1/events?wilaya=31&limit=1");
	const { items } = (await elsewhere.json()) as { items: { id: string }[] };
	await signIn(page, "ar", "chamber", `/events/${items[0]?.id}/applications`);
	await expect(closed).toBeVisible();
});
