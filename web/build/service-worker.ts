import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin, Rolldown } from "vite";

const always = ["/boot.js", "/layers.css", "/favicon.svg", "/manifest.webmanifest"];

/** What the first screen needs: the entry, what it imports at once, its styles, the Arabic fonts. */
function shellFiles(bundle: Rolldown.OutputBundle): string[] {
	const wanted = new Set<string>();
	const take = (name: string) => {
		const item = bundle[name];
		if (!item || wanted.has(name)) return;
		wanted.add(name);
		if (item.type !== "chunk") return;
		item.imports.forEach(take);
		item.viteMetadata?.importedCss.forEach((style) => {
			wanted.add(style);
		});
	};
	for (const [name, item] of Object.entries(bundle)) {
		const words = item.type === "chunk" && /common\.(ar|fr|en)\b/.test(item.facadeModuleId ?? "");
		if (words || (item.type === "chunk" && item.isEntry)) take(name);
		if (/arabic-arabic-.*\.woff2$/.test(name)) wanted.add(name);
	}
	return [...wanted].map((name) => `/${name}`).sort();
}

/**
 * Writes `sw.js` with the list of hashed files that make up the shell, so that an installed
 * application opens without a network. The interface's answers (`/api`) are never kept.
 */
export function serviceWorker(): Plugin {
	return {
		name: "service-worker",
		apply: "build",
		enforce: "post",
		generateBundle(_options, bundle) {
			const files = [...always, ...shellFiles(bundle)];
			const version = createHash("sha256").update(files.join()).digest("hex").slice(0, 12);
			const place = /\[\s*\/\* __FILES__ \*\/\s*\]/;
			const written = readFileSync(new URL("./sw.js", import.meta.url), "utf8");
			if (!place.test(written)) this.error("sw.js has no place for the files of the shell");
			const source = written.replace("__VERSION__", version).replace(place, JSON.stringify(files));
			this.emitFile({ type: "asset", fileName: "sw.js", source });
		},
	};
}
