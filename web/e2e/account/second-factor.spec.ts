import { createHmac } from "node:crypto";
import { actAs } from "../fixtures/calls.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { newcomer, others } from "../fixtures/people.ts";
import { leave, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

/** RFC 6238 with SHA-1, six digits and thirty seconds, as authenticators do. */
function codeOf(secret: string, at: number): string {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
	let bits = "";
	for (const letter of secret.replace(/=+$/, "")) {
		bits += alphabet.indexOf(letter).toString(2).padStart(5, "0");
	}
	const bytes = bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [];
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
	const digest = createHmac("sha1", Buffer.from(bytes)).update(counter).digest();
	const offset = (digest.at(-1) ?? 0) & 0xf;
	return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

test("the second factor is turned on, asked for at sign-in, and turned off again", async ({
	page,
	expectRefusal,
}) => {
	expectRefusal(401);
	// An account of its own: other stories sign in with those of the demonstration meanwhile.
	const [association = ""] = await others(page, 1);
	const address = `factor-${Date.now()}@example.dz`;
	const person = await newcomer(page, await actAs(page, "chamber"), association, address);
	const { email, password } = person;
	await signIn(page, "ar", person, "/account");
	await page.getByRole("button", { name: "تفعيل التحقق بخطوتين" }).click();
	const secret = (await page.locator("main code").first().textContent())?.trim() ?? "";
	await expectWellMade(page, /حسابي/);
	await page.getByLabel("رمز التحقق").fill(codeOf(secret, Date.now()));
	await page.getByRole("button", { name: "تأكيد التفعيل" }).click();
	await expect(page.getByText("احتفظوا بهذه الرموز في مكان آمن")).toBeVisible();
	const recovery = (await page.locator("main li code").first().textContent())?.trim() ?? "";
	await page.getByRole("button", { name: "احتفظت بها" }).click();

	await leave(page);
	await page.goto("/ar/sign-in?next=/ar/account");
	await page.getByLabel("البريد الإلكتروني أو رقم الهاتف").fill(email);
	await page.getByLabel("كلمة السر", { exact: true }).fill(password);
	await page.getByRole("main").getByRole("button", { name: "دخول" }).click();
	await page.getByRole("button", { name: "استعمال رمز استرجاع" }).click();
	await page.getByLabel("رمز الاسترجاع").fill(recovery);
	await page.getByRole("main").getByRole("button", { name: "دخول" }).click();
	await expect(page).toHaveURL(/\/account$/);

	await page.getByRole("button", { name: "إلغاء التحقق بخطوتين" }).click();
	const dialog = page.getByRole("dialog", { name: "إلغاء التحقق بخطوتين" });
	await dialog.getByLabel("كلمة السر").fill(password);
	await dialog.getByRole("button", { name: "إلغاء التحقق بخطوتين" }).click();
	await expect(page.getByText("غير مفعّل")).toBeVisible();
});
