import { defineConfig } from "@playwright/test";

/** The real server, already running with demonstration data; `BASE_URL` says where. */
const baseURL = process.env.BASE_URL ?? "http://127.0.0.1:8080";

export default defineConfig({
	testDir: "e2e",
	testMatch: "**/*.spec.ts",
	fullyParallel: true,
	workers: 2,
	forbidOnly: !!process.env.CI,
	// A story that fails is told once more, with a trace of all it does; the report lists those that passed only then.
	retries: 1,
	timeout: 30_000,
	reporter: [["list"], ["html", { open: "never" }]],
	use: {
		baseURL,
		timezoneId: "Africa/Algiers",
		trace: "on-first-retry",
		screenshot: "only-on-failure",
		launchOptions: {
			executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
			args: [
				"--no-sandbox",
				"--disable-gpu",
				"--disable-quic",
				"--no-first-run",
				"--disable-background-networking",
				"--disable-component-update",
				"--disable-sync",
			],
		},
	},
	projects: [
		{ name: "ar-desktop", use: { locale: "ar-DZ", viewport: { width: 1440, height: 900 } } },
		{
			name: "ar-mobile",
			use: {
				locale: "ar-DZ",
				viewport: { width: 390, height: 844 },
				isMobile: true,
				hasTouch: true,
			},
		},
		{ name: "fr-desktop", use: { locale: "fr-DZ", viewport: { width: 1440, height: 900 } } },
	],
});
