import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

/** The server of a chamber, which keeps what it is told. */
async function listen() {
	const received: { headers: IncomingHttpHeaders; body: string }[] = [];
	const answer = { status: 204 };
	const server = createServer((request, response) => {
		let body = "";
		request.on("data", (part: Buffer) => {
			body += part.toString();
		});
		request.on("end", () => {
			received.push({ headers: request.headers, body });
			response.writeHead(answer.status).end();
		});
	});
	await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
	const { port } = server.address() as AddressInfo;
	return { received, answer, url: `http://127.0.0.1:${port}/hirfa`, close: () => server.close() };
}

test("a webhook is made, tried, signed as its secret says, sent again, and deleted", async ({
	page,
	expectRefusal,
}) => {
	test.setTimeout(60_000);
	const { received, answer, url, close } = await listen();
	const name = `برنامج الغرفة ${Date.now()}`;
	await signIn(page, "ar", "chamber", "/webhooks");
	await page.getByRole("button", { name: "عنوان تبليغ جديد" }).click();
	const dialog = page.getByRole("dialog", { name: "عنوان تبليغ جديد" });
	await dialog.getByLabel("الاسم", { exact: true }).fill(name);
	await dialog.getByLabel("العنوان الإلكتروني").fill("javascript:alert(1)");
	await dialog.getByLabel(/project\.commented/).check();
	expectRefusal(422);
	await dialog.getByRole("button", { name: "إضافة العنوان" }).click();
	await expect(dialog.getByLabel("العنوان الإلكتروني")).toHaveAttribute("aria-invalid", "true");
	await dialog.getByLabel("العنوان الإلكتروني").fill(url);
	await dialog.getByRole("button", { name: "إضافة العنوان" }).click();
	await expect(dialog.getByText("يُعرض سر التوقيع مرة واحدة فقط")).toBeVisible();
	const secret = (await dialog.locator("code").textContent()) ?? "";
	await dialog.getByRole("button", { name: "احتفظت به" }).click();
	await expect(page.getByText(secret, { exact: true })).toHaveCount(0);

	await page.getByRole("link", { name }).click();
	await expect(page.getByText("ملاحظة على مشروع")).toBeVisible();
	await page.getByRole("button", { name: "إرسال تجربة" }).click();
	await expect.poll(() => received.length, { timeout: 20_000 }).toBe(1);
	const [{ headers, body } = { headers: {}, body: "" }] = received;
	const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
	const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
	const signature = createHmac("sha256", key).update(signed).digest("base64");
	expect(headers["webhook-signature"]).toBe(`v1,${signature}`);

	const log = page.getByRole("table", { name: "سجل التبليغات" });
	const row = log.getByRole("row", { name: /رسالة تجربة/ });
	await expect(row).toContainText("وصل", { timeout: 15_000 });
	await expect(row).toContainText("204");
	await expectWellMade(page, /برنامج الغرفة/);

	answer.status = 500;
	await row.getByRole("button", { name: /إعادة إرسال/ }).click();
	await expect.poll(() => received.length, { timeout: 20_000 }).toBe(2);
	expect(received[1]?.headers["webhook-id"]).toBe(headers["webhook-id"]);
	await expect(row).toContainText("رفض الخادم الرسالة", { timeout: 15_000 });
	await page.getByLabel("حالة التبليغ").selectOption("delivered");
	await expect(page.getByText("لم يُرسل شيء بعد.")).toBeVisible();

	await page.getByRole("button", { name: "سر توقيع جديد" }).click();
	const rotation = page.getByRole("dialog", { name: "سر توقيع جديد" });
	await rotation.getByRole("button", { name: "إنشاء السر" }).click();
	await expect(rotation.locator("code")).not.toHaveText(secret);
	await rotation.getByRole("button", { name: "احتفظت به" }).click();
	await expect(page.getByText("يُقبل السر القديم حتى")).toBeVisible();

	await page.getByRole("button", { name: "تعديل العنوان" }).click();
	const edit = page.getByRole("dialog", { name: "تعديل العنوان" });
	await edit.getByLabel(/project\.commented/).uncheck();
	await edit.getByRole("button", { name: "حفظ", exact: true }).click();
	await expect(page.getByText("كل شيء", { exact: true })).toBeVisible();

	await page.getByRole("button", { name: "حذف", exact: true }).click();
	const removal = page.getByRole("alertdialog");
	await removal.getByRole("button", { name: "حذف", exact: true }).click();
	await expect(page.getByRole("heading", { level: 1, name: "عناوين التبليغ" })).toBeVisible();
	await expect(page.getByRole("link", { name })).toHaveCount(0);
	close();
});
