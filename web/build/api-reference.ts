import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Plugin } from "vite";

const fromPackage = ["swagger-ui.css", "swagger-ui-bundle.js", "LICENSE", "NOTICE"];
const ours = ["index.html", "reference.css", "reference.js"];

/**
 * The human reference of the API at `/docs`: the viewer's files from its package and a page of our
 * own around it, all served from here, none with inline script or style.
 */
export function apiReference(): Plugin {
	return {
		name: "api-reference",
		apply: "build",
		generateBundle() {
			const require = createRequire(import.meta.url);
			const emit = (name: string, path: string | URL) =>
				this.emitFile({ type: "asset", fileName: `docs/${name}`, source: readFileSync(path) });
			for (const name of fromPackage) emit(name, require.resolve(`swagger-ui-dist/${name}`));
			for (const name of ours) emit(name, new URL(`../docs-viewer/${name}`, import.meta.url));
		},
	};
}
