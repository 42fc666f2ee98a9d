/** The page of coverage, in a piece of its own; named here and not in the router. */
export const pages = {
	coverage: async () => (await import("./coverage-page.tsx")).CoveragePage,
} as const;
