import { actAs, sendWith } from "../fixtures/calls.ts";
import { expect, expectWellMade, test } from "../fixtures/page.ts";
import { newcomer, others } from "../fixtures/people.ts";
import { leave, signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();

test("a partner reads a project, then edits it, and is never offered what only its owner decides", async ({
	page,
}) => {
	test.setTimeout(90_000);
	const mark = Date.now();
	const owner = await actAs(page, "association");
	const chamber = await actAs(page, "chamber");
	const [partner = ""] = await others(page, 1);
	// Other stories have people of that association, too.
	const name = `شريك ${mark}`;
	const them = await newcomer(page, chamber, partner, `partner-${mark}@example.dz`, name);
	const { id } = await owner("POST", "/projects", {
		name: { ar: `مشروع مشترك ${mark}` },
		starts_on: "2027-04-04",
		partner_ids: [partner],
	});
	const main = page.getByRole("main");
	const edit = main.getByRole("button", { name: "تعديل", exact: true });
	const plan = main.getByRole("button", { name: "اعتماد الخطة" });
	const theirs = main.getByRole("combobox", { name: new RegExp(`صلاحية .*${name}`) });
	const team = page.getByRole("region", { name: "فريق المشروع" });

	await signIn(page, "ar", them, `/projects/${id}`);
	await expect(team).toContainText(name);
	for (const offered of [edit, plan, theirs]) await expect(offered).toHaveCount(0);
	await expect(main.getByRole("button", { name: "نقل إلى الأرشيف" })).toHaveCount(0);
	await leave(page);

	await signIn(page, "ar", "association", `/projects/${id}`);
	await theirs.selectOption({ label: "يعدّل" });
	await expect(page.getByText("تغيرت الصلاحية")).toBeVisible();
	await leave(page);

	await signIn(page, "ar", them, `/projects/${id}`);
	await expect(edit).toBeVisible();
	await expect(team).toContainText("يعدّل");
	await expect(main.getByRole("combobox")).toHaveCount(0);
	await expectWellMade(page, /مشروع مشترك/);
	const send = await sendWith(page, them.email, them.password);
	for (const step of ["planning", "approval", "launch", "closure"])
		await send("POST", `/projects/${id}/${step}`, { reason: "قرار الشركاء" });

	// What is over no longer changes, and can still be put away.
	await page.reload();
	await expect(team).toContainText(name);
	await expect(edit).toHaveCount(0);
	await main.getByRole("button", { name: "نقل إلى الأرشيف" }).click();
	await expect(main.getByRole("button", { name: "إخراج من الأرشيف" })).toBeVisible();
	await expect(page.getByText(/محفوظ في الأرشيف/)).toBeVisible();
});
