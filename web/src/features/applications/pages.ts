/** Pages of applications, each in a piece of its own; named here and not in the router, as those of the workshop. */
export const pages = {
	own: async () => (await import("./own-applications-page.tsx")).OwnApplicationsPage,
	event: async () => (await import("./event-applications-page.tsx")).EventApplicationsPage,
	one: async () => (await import("./application-page.tsx")).ApplicationPage,
} as const;
export type Page = keyof typeof pages;
