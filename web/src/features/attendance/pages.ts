/** Pages of this part, each in a piece of its own. */
export const pages = {
	timetable: async () => (await import("./soon.tsx")).Soon,
	attendance: async () => (await import("./attendance-page.tsx")).AttendancePage,
	code: async () => (await import("./soon.tsx")).Soon,
	attend: async () => (await import("./soon.tsx")).Soon,
} as const;
