import { actAs, dayIn, instantIn, type Send } from "../fixtures/calls.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { others } from "../fixtures/people.ts";
import { leave, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

/** A cohort that begins tomorrow, announced. */
async function announced(send: Send, name: string) {
	const { items } = await send("GET", "/courses?limit=1", undefined);
	const { id } = await send("POST", "/cohorts", {
		course_id: items[0]?.id,
		name: { ar: name },
		languages: ["ar"],
		online_url: "https://meet.example.dz/c-21",
		starts_on: dayIn(1),
		ends_on: dayIn(2),
		capacity: 10,
		opens_at: instantIn(-2),
		closes_at: instantIn(0, 3600),
	});
	await send("POST", `/cohorts/${id}/publication`, undefined);
	return id;
}

test("the organiser says what a certificate asks for, issues, and revokes one; its president reads the other", async ({
	page,
	expectRefusal,
}) => {
	test.slow();
	const elsewhere = await announced(await actAs(page, "ministry"), "دورة أخرى");
	const chamber = await actAs(page, "chamber");
	const id = await announced(chamber, "دورة كشف النقاط");
	const me = (await (
		await actAs(page, "association")
	)("GET", "/me", undefined)) as unknown as {
		acting: { association_id: string };
	};
	const own = me.acting.association_id;
	const other = (await others(page, 3)).find((one) => one !== own);
	for (const [association_id, name] of [
		[own, "زهرة قاسي"],
		[other, "مراد بلقاسم"],
	]) {
		await chamber("POST", `/cohorts/${id}/enrolments`, {
			association_id,
			participant: { name, gender: "woman" },
		});
	}

	// Nobody is due one while attendance is asked for and none is noted.
	await signIn(page, "ar", "chamber", `/cohorts/${id}/certificates`);
	const without = page.getByRole("region", { name: "من لم يحصل بعد على شهادته" }).first();
	await expect(without.getByRole("row", { name: /زهرة قاسي/ })).toContainText("والمطلوب");
	await expect(without).toContainText("لا توجد شهادات مستحقة لم تصدر");
	await page.getByRole("link", { name: "كشف النقاط" }).click();
	await expect(page.getByRole("rowheader", { name: /مراد بلقاسم/ })).toBeVisible();
	await expectWellMade(page, /كشف النقاط/);
	await page.getByRole("link", { name: "سير الدورة" }).click();
	await expect(page.getByRole("row", { name: /زهرة قاسي/ })).toContainText("لا حضور مسجلا بعد");
	await expectWellMade(page, /كشف النقاط/);

	// What is asked for is lowered; somebody else did so meanwhile.
	await page.getByRole("link", { name: "سلم التنقيط" }).click();
	await page.getByRole("button", { name: "تعديل السلم" }).click();
	const least = page.getByLabel("أدنى حضور، بالمئة");
	await least.fill("180");
	await page.getByRole("button", { name: "حفظ", exact: true }).click();
	await expect(least).toHaveAttribute("aria-invalid", "true");
	await least.fill("");
	await chamber("PUT", `/cohorts/${id}/scheme`, {
		parts: [{ source: "attendance", weight: 2 }],
		certificate: { least_attendance: 9000 },
	});
	expectRefusal(412);
	await page.getByRole("button", { name: "حفظ", exact: true }).click();
	await page.getByRole("alertdialog").getByRole("button", { name: "حفظ نسختي مكانها" }).click();
	await expect(page.getByText("لا تُشترط للشهادة أي شروط")).toBeVisible();
	await expectWellMade(page, /كشف النقاط/);

	await page.getByRole("link", { name: "الشهادات", exact: true }).click();
	await expect(without).toContainText("شهادتان للإصدار");
	await without.getByRole("button", { name: "إصدار الشهادات المستحقة" }).click();
	const asked = page.getByRole("alertdialog");
	await expect(asked).toContainText("زهرة قاسي");
	await asked.getByRole("button", { name: "إصدار", exact: true }).click();
	await expect(page.getByText("صدرت شهادتان")).toBeVisible();
	const archive = page.waitForEvent("download");
	await page.getByRole("button", { name: "تنزيلها كلها (ZIP)" }).click();
	expect((await archive).suggestedFilename()).toBe("certificates.zip");

	const row = page.getByRole("row", { name: /مراد بلقاسم/ });
	await row.getByRole("button", { name: /سحب شهادة/ }).click();
	await asked.getByLabel("السبب").fill("سُجل الحضور باسم شخص آخر");
	await asked.getByRole("button", { name: "سحب الشهادة" }).click();
	await expect(asked).toHaveCount(0);
	await expect(page.getByRole("row", { name: /مسحوبة/ })).toContainText("سُجل الحضور باسم شخص آخر");
	await expectWellMade(page, /الشهادات/);
	await page
		.getByRole("row", { name: /مسحوبة/ })
		.getByRole("link", { name: /التحقق من الشهادة/ })
		.click();
	await expect(page.getByText("شهادة مسحوبة، لا يعتد بها")).toBeVisible();
	await leave(page);

	await signIn(page, "ar", "association", "/my-training");
	await page
		.getByRole("row", { name: /دورة كشف النقاط/ })
		.first()
		.getByRole("link", { name: /^شهادات/ })
		.click();
	await expect(page.getByRole("row", { name: /سارية/ })).toContainText("زهرة قاسي");
	await expect(page.getByText("مراد بلقاسم")).toHaveCount(0);
	await expect(page.getByRole("button", { name: /سحب/ })).toHaveCount(0);
	const sheet = page.waitForEvent("download");
	await page.getByRole("button", { name: /تنزيل شهادة.*زهرة قاسي/ }).click();
	expect((await sheet).suggestedFilename()).toMatch(/^[0-9A-Z-]{14}\.pdf$/);
	await page.getByRole("link", { name: "كشف النقاط" }).click();
	await expect(page.getByRole("rowheader")).toHaveCount(1);
	await expect(page.getByRole("link", { name: "سير الدورة" })).toHaveCount(0);
	// On a phone the row is read from top to bottom, and nothing of it lies beside the screen.
	await page.setViewportSize({ width: 390, height: 844 });
	const grades = page.getByRole("region", { name: "النقاط" });
	expect(await grades.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
	await expect(grades.getByRole("cell").last()).toBeVisible();

	// A cohort in which it has nobody says nothing about anybody.
	expectRefusal(404);
	for (const place of ["gradebook", "certificates"]) {
		await page.goto(`/ar/cohorts/${elsewhere}/${place}`);
		await expect(page.getByRole("heading", { level: 1, name: "الصفحة غير موجودة" })).toBeVisible();
	}
});
