/** Pages of this part, each in a piece of its own. */
export const pages = {
	timetable: async () => (await import("./timetable/timetable-page.tsx")).TimetablePage,
	attendance: async () => (await import("./attendance-page.tsx")).AttendancePage,
	code: async () => (await import("./code/code-page.tsx")).CodePage,
	attend: async () => (await import("./code/attend-page.tsx")).AttendPage,
} as const;
