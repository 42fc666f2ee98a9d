/** Pages of applications, each in a piece of its own; named here and not in the router, as those of the workshop. */
export const pages = {
	own: async () => (await import("./own-applications-page.tsx")).OwnApplicationsPage,
	event: async () => (await import("./event-applications-page.tsx")).EventApplicationsPage,
	reviews: async () => (await import("./review/own-reviews-page.tsx")).OwnReviewsPage,
	review: async () => (await import("./review/review-page.tsx")).ReviewPage,
	conflicts: async () => (await import("./review/conflicts-page.tsx")).ConflictsPage,
	one: async () => (await import("./application-page.tsx")).ApplicationPage,
} as const;
