/** Pages of those who organise events, each in a piece of its own. */
export const pages = {
	own: async () => (await import("./own-events-page.tsx")).OwnEventsPage,
	create: async () => (await import("./new-event-page.tsx")).NewEventPage,
	edit: async () => (await import("./edit-event-page.tsx")).EditEventPage,
	call: async () => (await import("./call/edit-call-page.tsx")).EditCallPage,
} as const;
