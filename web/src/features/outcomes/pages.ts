/** Pages of outcomes, reports and participation, each in a piece of its own; named here and not in the router. */
export const pages = {
	application: async () => (await import("./application-page.tsx")).ApplicationOutcomesPage,
	link: async () => (await import("./link-page.tsx")).LinkPage,
	desk: async () => (await import("./desk-page.tsx")).OutcomesDeskPage,
	report: async () => (await import("./report-page.tsx")).ReportPage,
	participation: async () => (await import("./participation-page.tsx")).ParticipationPage,
} as const;
