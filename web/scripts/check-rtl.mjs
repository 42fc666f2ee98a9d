// Style sheets speak of start and end, not of left and right: one sheet serves both directions.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const PHYSICAL =
	/(?:^|[\s;{])((?:margin|padding|border|inset)-(?:left|right)[\w-]*|left|right)\s*:|(?:text-align|float|clear)\s*:\s*(left|right)|translateX\(/;

/** Where the physical side is meant: digits run left to right in every language. */
const ALLOWED = [["src/ui/data-table.module.css", "text-align: right"]];

function* sheets(folder) {
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) yield* sheets(path);
		else if (entry.name.endsWith(".css")) yield path;
	}
}

const wrong = [];
for (const path of [...sheets("src"), ...sheets("public")]) {
	readFileSync(path, "utf8")
		.split("\n")
		.forEach((line, index) => {
			const meant = ALLOWED.some(([file, text]) => path === file && line.includes(text));
			if (PHYSICAL.test(line) && !meant) wrong.push(`${path}:${index + 1}: ${line.trim()}`);
		});
}
if (wrong.length) {
	console.error(`physical sides in style sheets:\n${wrong.join("\n")}`);
	process.exit(1);
}
console.log("check-rtl: style sheets use logical sides only");
