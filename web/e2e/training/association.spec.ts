import { actAs, dayIn, instantIn } from "../fixtures/calls.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { leave, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("an association asks for a place, its chamber agrees, and it takes it back", async ({
	page,
}) => {
	test.slow();
	// The list tells what came first: one of an earlier run must not be taken for it.
	const cohort = `دورة الجمعيات ${Date.now()}`;
	const ministry = await actAs(page, "ministry");
	const { items } = await ministry("GET", "/courses?limit=1", undefined);
	const { id } = await ministry("POST", "/cohorts", {
		course_id: items[0]?.id,
		name: { ar: cohort },
		languages: ["ar"],
		online_url: "https://meet.example.dz/c-7",
		starts_on: dayIn(40),
		ends_on: dayIn(41),
		capacity: 10,
		opens_at: instantIn(-1),
		closes_at: instantIn(20),
		self_enrolment: true,
	});
	await ministry("POST", `/cohorts/${id}/publication`, undefined);

	await signIn(page, "ar", "association", `/cohorts/${id}`);
	const mine = page.getByRole("region", { name: "مشاركو جمعيتكم" });
	await mine.getByRole("button", { name: "تسجيل مشارك" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByRole("button", { name: "تسجيل مشارك" }).click();
	await expect(dialog.getByLabel("الاسم واللقب")).toBeFocused();
	await dialog.getByLabel("الاسم واللقب").fill("زهرة قاسي");
	await dialog.getByLabel("الجنس").selectOption({ label: "امرأة" });
	await dialog.getByRole("button", { name: "تسجيل مشارك" }).click();
	await expect(mine).toContainText("بانتظار الموافقة");
	await expect(mine.getByRole("button", { name: /موافقة/ })).toHaveCount(0);
	await expectWellMade(page, /دورة الجمعيات/);
	await leave(page);

	// A chamber that does not organise it sees those of its wilayas.
	await signIn(page, "ar", "chamber", `/cohorts/${id}`);
	await page.getByRole("link", { name: "المشاركون" }).click();
	await expect(page.getByText("ترون مشاركي ولاياتكم وترشحونهم")).toBeVisible();
	await page.getByRole("link", { name: "بانتظار الموافقة" }).click();
	await page.getByRole("button", { name: /موافقة.*زهرة قاسي/ }).click();
	await expect(page.getByText(/زهرة قاسي.*تمت الموافقة وحُجز مقعد/)).toBeVisible();
	await expect(page.getByText("لا أحد في هذه الحالة")).toBeVisible();
	await leave(page);

	await signIn(page, "ar", "association", "/my-training");
	await expectWellMade(page, /التكوين في جمعيتنا/);
	const row = page.getByRole("row", { name: /زهرة قاسي/ }).filter({ hasText: cohort });
	await expect(row).toContainText("مسجل");
	await expect(row.getByRole("link", { name: /القاعة الافتراضية/ })).toHaveAttribute(
		"href",
		"https://meet.example.dz/c-7",
	);
	await row.getByRole("button", { name: /سحب/ }).click();
	const leaving = page.getByRole("alertdialog");
	await leaving.getByLabel("السبب").fill("ظرف عائلي");
	await leaving.getByRole("button", { name: "سحب" }).click();
	await expect(row).toContainText("مسحوب");
	await expect(row).toContainText("ظرف عائلي");
});
