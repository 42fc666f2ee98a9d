/** Desks of files, each in a piece of its own; named here and not in the router, as those of the workshop. */
export const pages = {
	desk: async () => (await import("./desk-page.tsx")).DeskPage,
	edit: async () => (await import("./edit-page.tsx")).EditPage,
	queue: async () => (await import("./queue-page.tsx")).QueuePage,
	new: async () => (await import("./new-page.tsx")).NewPage,
	review: async () => (await import("./review-page.tsx")).ReviewPage,
	proposals: async () => (await import("./proposals-page.tsx")).ProposalsPage,
	proposal: async () => (await import("./proposal-page.tsx")).ProposalPage,
	duplicates: async () => (await import("./duplicates-page.tsx")).DuplicatesPage,
	merge: async () => (await import("./merge-page.tsx")).MergePage,
} as const;
