/** Pages of the commission, each in a piece of its own; named here and not in the router, as those of the workshop. */
export const pages = {
	desk: async () => (await import("./desk/desk-page.tsx")).DeskPage,
	selection: async () => (await import("./selection/selection-page.tsx")).SelectionPage,
	seats: async () => (await import("./seats/seats-page.tsx")).SeatsPage,
} as const;
