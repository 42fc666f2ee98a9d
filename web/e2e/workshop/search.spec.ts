import { expect, test } from "../fixtures/page.ts";
import { signIn } from "../fixtures/session.ts";
import { tellOnce } from "../fixtures/stories.ts";

tellOnce();
test.use({ serviceWorkers: "block" });

test("a project that is opened while its name is still being typed opens, however slow the line", async ({
	page,
}) => {
	await signIn(page, "ar", "chamber", "/projects");
	const project = page.getByRole("table").getByRole("link").first();
	const name = ((await project.textContent()) ?? "").slice(0, 8);
	await page.route("**/assets/*.js", async (route) => {
		await new Promise((then) => setTimeout(then, 1000));
		await route.continue();
	});
	await page.getByRole("searchbox", { name: "البحث باسم المشروع" }).fill(name);
	await project.click();
	await expect(page.getByRole("region", { name: "مسار المشروع" })).toBeVisible({ timeout: 15_000 });
});
