import { fileURLToPath } from "node:url";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { apiReference } from "./build/api-reference.ts";
import { serviceWorker } from "./build/service-worker.ts";

const api = `http://127.0.0.1:${process.env.API_PORT ?? "8080"}`;
const served = ["/api", "/docs", "/openapi.json", "/.well-known"];
const proxy = Object.fromEntries(served.map((path) => [path, { target: api }]));

export default defineConfig({
	plugins: [
		// React Aria ships its own strings in thirty languages; the interface speaks three.
		{
			...optimizeLocales.vite({ locales: ["ar-AE", "fr-FR", "en-US"] }),
			enforce: "pre",
		},
		react(),
		apiReference(),
		serviceWorker(),
	],
	resolve: {
		alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) },
	},
	server: { host: "127.0.0.1", port: 5173, strictPort: true, proxy },
	preview: { host: "127.0.0.1", port: 4179, strictPort: true, proxy },
	build: {
		target: "baseline-widely-available",
		// The content security policy refuses data: fonts and styles, so nothing is inlined.
		assetsInlineLimit: 0,
		// Read by the check of the budgets.
		manifest: true,
		modulePreload: { polyfill: false },
		rolldownOptions: {
			// The first script of every page lists the others: their names are hashes alone to keep it short.
			output: {
				chunkFileNames: "assets/[hash:7].js",
				assetFileNames: ({ names: [name] }) =>
					name?.endsWith(".css") ? "assets/[hash:7][extname]" : "assets/[name]-[hash][extname]",
				// What every page shows at once is one piece, and so is its style.
				codeSplitting: {
					groups: [
						{
							name: "kit",
							test: /src\/(ui\/(actions|button|notice|page|problem-panel|states|toast|use-kept|resumed|field|text-field|number-field|native-select)\b|auth\/(can|session|token)|i18n\/(date-parts|days|i18n)|features\/.*search)\b|@tanstack\/(react-)?(router|query|store|history)/,
						},
					],
				},
			},
		},
	},
});
