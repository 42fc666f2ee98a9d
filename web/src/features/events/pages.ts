/** Pages of those who organise events, each in a piece of its own; named here and not in the router, which every visitor fetches. */
export const pages = {
	own: async () => (await import("./own-events-page.tsx")).OwnEventsPage,
	newEvent: async () => (await import("./new-event-page.tsx")).NewEventPage,
	edit: async () => (await import("./edit-event-page.tsx")).EditEventPage,
	call: async () => (await import("./call/edit-call-page.tsx")).EditCallPage,
} as const;
