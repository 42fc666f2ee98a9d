/** Pages of this part, each in a piece of its own. */
export const pages = {
	gradebook: async () => (await import("./gradebook-page.tsx")).GradebookPage,
} as const;
