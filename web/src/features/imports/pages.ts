/** Pages of imports, each in a piece of its own. */
export const pages = {
	all: async () => (await import("./imports-page.tsx")).ImportsPage,
	job: async () => (await import("./job-page.tsx")).JobPage,
} as const;
