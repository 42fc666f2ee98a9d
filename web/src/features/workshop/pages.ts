/**
 * Pages of the workshop, each in a piece of its own. They are named here and not in the router, so that
 * public pages carry one name for all of them.
 */
export const pages = {
	projects: async () => (await import("./projects/projects-page.tsx")).ProjectsPage,
	new: async () => (await import("./projects/new-project-page.tsx")).NewProjectPage,
	portfolio: async () => (await import("./portfolio/portfolio-page.tsx")).PortfolioPage,
	overview: async () => (await import("./projects/project-page.tsx")).ProjectPage,
	activities: async () => (await import("./activities/activities-page.tsx")).ActivitiesPage,
	budget: async () => (await import("./budget/budget-page.tsx")).BudgetPage,
	canvas: async () => (await import("./canvas/canvas-page.tsx")).CanvasPage,
	value: async () => (await import("./value/value-page.tsx")).ValuePage,
	criteria: async () => (await import("./criteria/criteria-page.tsx")).CriteriaPage,
	partners: async () => (await import("./partners/partners-page.tsx")).PartnersPage,
	partner: async () => (await import("./partners/partner-page.tsx")).PartnerPage,
} as const;
