/** Pages of assignments, each in a piece of its own. */
export const pages = {
	cohort: async () => (await import("./task/cohort-page.tsx")).CohortAssignmentsPage,
	new: async () => (await import("./form/new-page.tsx")).NewAssignmentPage,
	assignment: async () => (await import("./task/assignment-page.tsx")).AssignmentPage,
	edit: async () => (await import("./form/edit-page.tsx")).EditAssignmentPage,
	submission: async () => (await import("./submission/submission-page.tsx")).SubmissionPage,
	peerReviews: async () => (await import("./peer/peer-reviews-page.tsx")).PeerReviewsPage,
	peerReview: async () => (await import("./peer/peer-review-page.tsx")).PeerReviewPage,
} as const;
