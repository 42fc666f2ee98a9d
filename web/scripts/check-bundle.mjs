// Budgets of what a first visit of each page fetches, compressed: scripts and styles of the entry, of
// the page, and of everything either imports at once.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const KB = 1000;
const PUBLIC_JS = 175 * KB;
const OTHER_JS = 250 * KB;
const CSS = 10 * KB;
/** Features whose pages are behind sign-in; every other page is public. */
const BEHIND_SIGN_IN =
	/features\/(account\/account-page|administration|applications|assignments|associations\/(?!association-page|register-page)|attendance\/(?!timetable)|certificates\/(?!check-page)|commission\/(?!selection\/selection-page)|evaluations\/(?!link-page)|events\/(?!events-page|event-page)|exams|gate|gradebook|imports|institutions|keys|plan\/(?!visit\/visit-page)|reference-data|training\/(?!courses-page|course-page|cohorts-page|cohort-page)|webhooks|workshop)/;

const manifest = JSON.parse(readFileSync("dist/.vite/manifest.json", "utf8"));
const sizes = new Map();
const gz = (file) => {
	if (!sizes.has(file))
		sizes.set(file, gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length);
	return sizes.get(file);
};

function collect(key, js = new Set(), css = new Set()) {
	const chunk = manifest[key];
	if (!js.has(chunk.file)) {
		js.add(chunk.file);
		for (const file of chunk.css ?? []) css.add(file);
		for (const next of chunk.imports ?? []) collect(next, js, css);
	}
	return { js, css };
}
const total = (files) => [...files].reduce((sum, file) => sum + gz(file), 0);

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const pages = Object.keys(manifest).filter((key) => /src\/features\/.*-page\.tsx$/.test(key));
const shell = collect(entry);
let failed = false;
console.log("page                                                     js kB (budget)   css kB");
for (const page of pages.sort()) {
	const own = collect(page);
	const js = total(new Set([...shell.js, ...own.js]));
	const css = total(new Set([...shell.css, ...own.css]));
	const budget = BEHIND_SIGN_IN.test(page) ? OTHER_JS : PUBLIC_JS;
	const over = js > budget || css > CSS;
	failed ||= over;
	console.log(
		`${page.replace("src/features/", "").padEnd(54)} ${(js / KB).toFixed(1).padStart(7)} (${budget / KB})  ${(css / KB).toFixed(1).padStart(9)}${over ? "  OVER BUDGET" : ""}`,
	);
}
if (pages.length === 0 || failed) {
	console.error("check-bundle: a page is over its budget, or no page was found");
	process.exit(1);
}
