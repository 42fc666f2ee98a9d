/** Pages of this part, each in a piece of its own. */
export const pages = {
	cohort: async () => (await import("./soon.tsx")).Soon,
	assignment: async () => (await import("./soon.tsx")).Soon,
	submission: async () => (await import("./soon.tsx")).Soon,
	peerReviews: async () => (await import("./soon.tsx")).Soon,
	peerReview: async () => (await import("./soon.tsx")).Soon,
} as const;
