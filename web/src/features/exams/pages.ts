/** Pages of this part, each in a piece of its own. */
export const pages = {
	cohort: async () => (await import("./soon.tsx")).Soon,
	exam: async () => (await import("./soon.tsx")).Soon,
	attempt: async () => (await import("./soon.tsx")).Soon,
	questions: async () => (await import("./soon.tsx")).Soon,
	newQuestion: async () => (await import("./soon.tsx")).Soon,
	question: async () => (await import("./soon.tsx")).Soon,
} as const;
