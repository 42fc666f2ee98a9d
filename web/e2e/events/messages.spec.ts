import { actAs, announce } from "../fixtures/calls.ts";
import { apply } from "../fixtures/commission.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { leave, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("association and organisers write to each other about an application; others only read", async ({
	page,
	expectRefusal,
}) => {
	test.setTimeout(60_000);
	expectRefusal(503);
	const event = await announce(await actAs(page, "chamber"), "معرض الرسائل", {});
	const id = await apply(await actAs(page, "association"), event, "صحن");
	const messages = page.getByRole("region", { name: "الرسائل" });
	const rows = messages.getByRole("listitem");
	const send = messages.getByRole("button", { name: "إرسال الرسالة" });

	await signIn(page, "ar", "association", `/applications/${id}`);
	await expect(messages).toContainText("لم تُكتب أي رسالة بعد");
	await expect(send).toBeDisabled();
	const field = messages.getByLabel("رسالة إلى المنظمين");
	await field.fill("هل تتوفر القاعة على الماء؟");
	// A failure leaves what was typed, also over a reload, and the second sending has the same key.
	const keys: (string | undefined)[] = [];
	page.on("request", (request) => {
		if (request.method() === "POST" && request.url().endsWith("/messages"))
			keys.push(request.headers()["idempotency-key"]);
	});
	await page.route("**/messages", (route) =>
		route.request().method() === "POST" ? route.fulfill({ status: 503 }) : route.fallback(),
	);
	await send.click();
	await expect(messages.getByRole("alert")).toBeVisible();
	await page.unroute("**/messages");
	await page.reload();
	await expect(field).toHaveValue("هل تتوفر القاعة على الماء؟");
	await send.click();
	await expect(rows).toHaveCount(1);
	await expect(rows).toContainText("جمعيتكم");
	await expect(field).toHaveValue("");
	expect(keys).toHaveLength(2);
	expect(keys[0]).toBeTruthy();
	expect(keys[1]).toBe(keys[0]);
	await expectWellMade(page, /طلب مشاركة/);
	await leave(page);

	await signIn(page, "ar", "chamber", `/events/${event}/applications`);
	await expect(page.getByRole("row").last()).toContainText("رسالة تنتظر الرد");
	await expectWellMade(page, /طلبات المشاركة/);
	await page.getByRole("table").getByRole("link").click();
	await messages.getByLabel("رسالة إلى الجمعية").fill("نعم، في كل جناح.");
	await send.click();
	await expect(rows).toHaveCount(2);
	await expect(rows.last()).toContainText("المنظمون");
	await expect(rows.last()).toContainText("نعم، في كل جناح.");
	await expectWellMade(page, /جمعية/);
	await page.goto(`/ar/events/${event}/applications`);
	await expect(page.getByRole("table").getByRole("link")).toBeVisible();
	await expect(page.getByText("رسالة تنتظر الرد")).toHaveCount(0);
	await leave(page);

	await signIn(page, "ar", "national", `/applications/${id}`);
	await expect(rows).toHaveCount(2);
	await expect(send).toHaveCount(0);
});

test("letters that wait are told on the page of the event, and found among the applications", async ({
	page,
}) => {
	const chamber = await actAs(page, "chamber");
	const event = await announce(chamber, "معرض الرسائل المنتظرة", {});
	const own = await actAs(page, "association");
	const id = await apply(own, event, "صحن");
	await signIn(page, "ar", "chamber", `/events/${event}`);
	const running = page.getByRole("region", { name: "تسيير التظاهرة" });
	await expect(running).toBeVisible();
	const waiting = page.getByText("رسالة من جمعية تنتظر ردكم");
	await expect(waiting).toHaveCount(0);
	await own("POST", `/event-applications/${id}/messages`, { text: "متى ننصب الجناح؟" });
	await page.reload();
	await expect(waiting).toBeVisible();
	await expectWellMade(page, /معرض الرسائل المنتظرة/);
	await page.getByRole("link", { name: "قراءة الرسائل والرد عليها" }).click();
	await expect(page).toHaveURL(/unanswered/);
	const box = page.getByLabel("رسائل تنتظر ردكم");
	const list = page.getByRole("table").getByRole("link");
	await expect(box).toBeChecked();
	await expect(list).toHaveCount(1);
	await expectWellMade(page, /طلبات المشاركة/);
	// Kept over a reload, and taken away with the box.
	await page.reload();
	await expect(box).toBeChecked();
	await box.uncheck();
	await expect(page).not.toHaveURL(/unanswered/);
	await list.click();
	const messages = page.getByRole("region", { name: "الرسائل" });
	await messages.getByLabel("رسالة إلى الجمعية").fill("ابتداء من الثامنة.");
	await messages.getByRole("button", { name: "إرسال الرسالة" }).click();
	await expect(messages.getByRole("listitem")).toHaveCount(2);
	// The way back finds nothing that waits.
	await page.getByRole("link", { name: "طلبات المشاركة" }).first().click();
	await box.check();
	await expect(page.getByText("لا توجد رسالة تنتظر ردكم")).toBeVisible();
	await page.goto(`/ar/events/${event}`);
	await expect(running).toBeVisible();
	await expect(waiting).toHaveCount(0);
});
