/** Pages of administration, each in a piece of its own; named here and not in the router, which every visitor fetches. */
export const pages = {
	people: async () => (await import("./people-page.tsx")).PeoplePage,
	person: async () => (await import("./person-page.tsx")).PersonPage,
	invited: async () => (await import("./invited-page.tsx")).InvitedPage,
	audit: async () => (await import("./audit-page.tsx")).AuditPage,
} as const;
