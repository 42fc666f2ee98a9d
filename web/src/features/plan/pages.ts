/** Pages about the floor plan of an event, each in a piece of its own; named here and not in the router, as those of the workshop. */
export const pages = {
	visit: async () => (await import("./visit/visit-page.tsx")).VisitPage,
	editor: async () => (await import("./editor/editor-page.tsx")).EditorPage,
	desk: async () => (await import("./desk/desk-page.tsx")).DeskPage,
} as const;
