// Every text exists in Arabic, French and English, with every plural form of its language, the same
// parameters, and French spacing; every key the code names exists, and every key is named by code.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const LOCALES = { ar: "ar-DZ", fr: "fr-DZ", en: "en-GB" };
/** French keeps a no-break space inside guillemets and before high punctuation. */
const CROWDED = /(?<![\u202f\u00a0])(?:[:;!?](?=\s|$)|»)|«(?![\u202f\u00a0])/;
/** What is typed for the apostrophe of French, and is none. */
const NO_APOSTROPHE = /[`´ʼ‘′]/;
const PLURAL = /_(zero|one|two|few|many|other)$/;

function flatten(node, prefix = "", into = new Map()) {
	for (const [key, value] of Object.entries(node)) {
		const path = prefix ? `${prefix}.${key}` : key;
		if (typeof value === "string") into.set(path, value);
		else flatten(value, path, into);
	}
	return into;
}

const parameters = (text) =>
	[...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)]
		.map((match) => match[1])
		.filter((p) => p !== "count");

const wrong = [];

/** Base keys, each with its texts by plural form (`""` for a plain text). */
function read(path, locale) {
	if (!existsSync(path)) {
		wrong.push(`${path}: missing`);
		return new Map();
	}
	const bases = new Map();
	for (const [key, text] of flatten(JSON.parse(readFileSync(path, "utf8")))) {
		const form = PLURAL.exec(key)?.[1] ?? "";
		const base = form ? key.replace(PLURAL, "") : key;
		if (!bases.has(base)) bases.set(base, new Map());
		bases.get(base).set(form, text);
		if (!text.trim()) wrong.push(`${path}: ${key} is empty`);
		if (locale === "fr" && CROWDED.test(text)) {
			wrong.push(`${path}: ${key} needs a narrow no-break space: ${text}`);
		}
		if (/'/.test(text) && locale !== "ar") wrong.push(`${path}: ${key} has a straight apostrophe`);
		if (locale === "fr" && NO_APOSTROPHE.test(text))
			wrong.push(`${path}: ${key} has another sign in the place of ’: ${text}`);
		if (locale === "ar" && /(?<![\u2066\d-])\d+-\d{4}-\d+/.test(text)) {
			wrong.push(`${path}: ${key} has a registration number outside U+2066…U+2069`);
		}
		if (locale === "ar" && /[٠-٩]/.test(text)) wrong.push(`${path}: ${key} has Eastern digits`);
	}
	const expected = new Intl.PluralRules(LOCALES[locale]).resolvedOptions().pluralCategories;
	for (const [base, forms] of bases) {
		if (forms.has("")) {
			if (forms.size > 1) wrong.push(`${path}: ${base} is both plain and plural`);
			continue;
		}
		for (const form of expected) {
			if (!forms.has(form)) wrong.push(`${path}: ${base} lacks the form "${form}"`);
		}
		for (const form of forms.keys()) {
			if (!expected.includes(form)) wrong.push(`${path}: ${base} has the foreign form "${form}"`);
		}
	}
	return bases;
}

const groups = [
	["common", (locale) => `src/i18n/common.${locale}.json`],
	["device", (locale) => `src/reference/device.${locale}.json`],
	["decision", (locale) => `src/reference/decision.${locale}.json`],
	["operations", (locale) => `src/reference/operations.${locale}.json`],
	["documents", (locale) => `src/documents/messages.${locale}.json`],
	...readdirSync("src/features").map((name) => [
		name,
		(locale) => `src/features/${name}/messages.${locale}.json`,
	]),
];

const keysOf = new Map();
for (const [name, pathOf] of groups) {
	const arabic = read(pathOf("ar"), "ar");
	keysOf.set(name, arabic);
	for (const locale of ["fr", "en"]) {
		const other = read(pathOf(locale), locale);
		for (const base of new Set([...arabic.keys(), ...other.keys()])) {
			const [ours, theirs] = [arabic.get(base), other.get(base)];
			if (!ours || !theirs) {
				wrong.push(`${pathOf(ours ? locale : "ar")}: ${base} is missing`);
				continue;
			}
			if (ours.has("") !== theirs.has(""))
				wrong.push(`${pathOf(locale)}: ${base} is plural in one language only`);
			const named = (forms) =>
				[...new Set(parameters(forms.get("") ?? forms.get("other") ?? ""))].sort().join();
			if (named(ours) !== named(theirs))
				wrong.push(`${pathOf(locale)}: ${base} has other parameters`);
		}
	}
}

/** Every text of the source, to see which keys are named: whole, or as a stem before `${`. */
function* sources(folder) {
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) {
			if (entry.name !== "gen") yield* sources(path);
		} else if (/\.tsx?$/.test(entry.name)) yield path;
	}
}
const code = [...sources("src")].map((path) => readFileSync(path, "utf8")).join("\n");
const stems = [...code.matchAll(/`(?:[\w-]+:)?([\w.-]+\.)\$\{/g)].map((match) => match[1]);
for (const [name, keys] of keysOf) {
	for (const key of keys.keys()) {
		const named =
			new RegExp(`["'\`:]${key.replaceAll(".", "\\.")}["'\`]`).test(code) ||
			stems.some((stem) => key.startsWith(stem));
		if (!named) wrong.push(`${name}: ${key} is used nowhere`);
	}
}

/** Asked by machines of the house alone: nobody sees them named. */
const WORDLESS = ["jwks", "livez", "metrics", "readyz"];
for (const [, id] of readFileSync("../openapi.yaml", "utf8").matchAll(
	/^\s+operationId: (\w+)$/gm,
)) {
	if (!WORDLESS.includes(id) && !keysOf.get("operations").has(`name.${id}`))
		wrong.push(`operations: ${id} has no words`);
}

if (wrong.length) {
	console.error(wrong.join("\n"));
	process.exit(1);
}
console.log(`check-catalogues: ${keysOf.size} catalogues complete in Arabic, French and English`);
