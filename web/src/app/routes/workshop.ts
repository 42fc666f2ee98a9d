import { createRoute } from "@tanstack/react-router";
import { portfolioSearch, projectsSearch } from "@/features/workshop/search.ts";
import { guarded, pagesOf, root } from "./root.ts";

const workshopPage = pagesOf(() => import("@/features/workshop/pages.ts"));

const projects = createRoute({
	getParentRoute: () => root,
	path: "/projects",
	validateSearch: projectsSearch,
	beforeLoad: guarded("workshop"),
	component: workshopPage("projects"),
});

const newProject = createRoute({
	getParentRoute: () => root,
	path: "/projects/new",
	beforeLoad: guarded("workshop"),
	component: workshopPage("new"),
});

const portfolio = createRoute({
	getParentRoute: () => root,
	path: "/projects/portfolio",
	validateSearch: portfolioSearch,
	beforeLoad: guarded("workshop"),
	component: workshopPage("portfolio"),
});

const project = createRoute({
	getParentRoute: () => root,
	path: "/projects/$id",
	beforeLoad: guarded("workshop", "documents"),
	component: workshopPage("overview"),
});

const projectActivities = createRoute({
	getParentRoute: () => root,
	path: "/projects/$id/activities",
	beforeLoad: guarded("workshop"),
	component: workshopPage("activities"),
});

const projectBudget = createRoute({
	getParentRoute: () => root,
	path: "/projects/$id/budget",
	beforeLoad: guarded("workshop", "documents"),
	component: workshopPage("budget"),
});

const projectCanvas = createRoute({
	getParentRoute: () => root,
	path: "/projects/$id/canvas",
	beforeLoad: guarded("workshop"),
	component: workshopPage("canvas"),
});

const projectValue = createRoute({
	getParentRoute: () => root,
	path: "/projects/$id/value",
	beforeLoad: guarded("workshop"),
	component: workshopPage("value"),
});

const projectCriteria = createRoute({
	getParentRoute: () => root,
	path: "/projects/$id/criteria",
	beforeLoad: guarded("workshop"),
	component: workshopPage("criteria"),
});

const projectPartners = createRoute({
	getParentRoute: () => root,
	path: "/projects/$id/partners",
	beforeLoad: guarded("workshop"),
	component: workshopPage("partners"),
});

const projectPartner = createRoute({
	getParentRoute: () => root,
	path: "/projects/$id/partners/$partner",
	beforeLoad: guarded("workshop", "documents"),
	component: workshopPage("partner"),
});

/** The workshop of projects. */
export const workshopRoutes = [
	projects,
	newProject,
	portfolio,
	project,
	projectActivities,
	projectBudget,
	projectCanvas,
	projectValue,
	projectCriteria,
	projectPartners,
	projectPartner,
] as const;
