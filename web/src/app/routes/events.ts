import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import {
	applicationsSearch,
	eventApplicationsSearch,
	reviewsSearch,
} from "@/features/applications/search.ts";
import { decisionsSearch, scoresSearch } from "@/features/commission/search.ts";
import { deskSearch, eventsSearch } from "@/features/events/search.ts";
import { outcomesSearch, participationSearch } from "@/features/outcomes/search.ts";
import { visitSearch } from "@/features/plan/search.ts";
import { guarded, pagesOf, root, texts } from "./root.ts";

const events = createRoute({
	getParentRoute: () => root,
	path: "/events",
	validateSearch: eventsSearch,
	beforeLoad: texts("events"),
	component: lazyRouteComponent(() => import("@/features/events/events-page.tsx"), "EventsPage"),
});

const event = createRoute({
	getParentRoute: () => root,
	path: "/events/$id",
	beforeLoad: texts("events", "documents"),
	component: lazyRouteComponent(() => import("@/features/events/event-page.tsx"), "EventPage"),
});

const organisersPage = pagesOf(() => import("@/features/events/pages.ts"));

const ownEvents = createRoute({
	getParentRoute: () => root,
	path: "/my-events",
	validateSearch: deskSearch,
	beforeLoad: guarded("events"),
	component: organisersPage("own"),
});

const newEvent = createRoute({
	getParentRoute: () => root,
	path: "/my-events/new",
	beforeLoad: guarded("events"),
	component: organisersPage("create"),
});

const editEvent = createRoute({
	getParentRoute: () => root,
	path: "/my-events/$id/edit",
	beforeLoad: guarded("events"),
	component: organisersPage("edit"),
});

const editCall = createRoute({
	getParentRoute: () => root,
	path: "/my-events/$id/call",
	beforeLoad: guarded("events"),
	component: organisersPage("call"),
});

const applicationsPage = pagesOf(() => import("@/features/applications/pages.ts"));

const eventApplications = createRoute({
	getParentRoute: () => root,
	path: "/events/$id/applications",
	validateSearch: eventApplicationsSearch,
	beforeLoad: guarded("applications"),
	component: applicationsPage("event"),
});

const ownApplications = createRoute({
	getParentRoute: () => root,
	path: "/my-applications",
	validateSearch: applicationsSearch,
	beforeLoad: guarded("applications"),
	component: applicationsPage("own"),
});

const application = createRoute({
	getParentRoute: () => root,
	path: "/applications/$id",
	beforeLoad: guarded("applications", "decision"),
	component: applicationsPage("one"),
});

const commissionPage = pagesOf(() => import("@/features/commission/pages.ts"));

const eventCommission = createRoute({
	getParentRoute: () => root,
	path: "/events/$id/commission",
	validateSearch: scoresSearch,
	beforeLoad: guarded("commission"),
	component: commissionPage("desk"),
});

const eventSelection = createRoute({
	getParentRoute: () => root,
	path: "/events/$id/selection",
	validateSearch: decisionsSearch,
	beforeLoad: texts("commission", "decision"),
	component: commissionPage("selection"),
});

const eventSeats = createRoute({
	getParentRoute: () => root,
	path: "/events/$id/seats",
	beforeLoad: guarded("commission"),
	component: commissionPage("seats"),
});

const planPage = pagesOf(() => import("@/features/plan/pages.ts"));

const eventPlan = createRoute({
	getParentRoute: () => root,
	path: "/events/$id/plan",
	validateSearch: visitSearch,
	beforeLoad: texts("plan"),
	component: planPage("visit"),
});

const eventPlanEditor = createRoute({
	getParentRoute: () => root,
	path: "/events/$id/plan/edit",
	beforeLoad: guarded("plan"),
	component: planPage("editor"),
});

const eventStands = createRoute({
	getParentRoute: () => root,
	path: "/events/$id/stands",
	beforeLoad: guarded("plan"),
	component: planPage("desk"),
});

/** Opens without a connection too, where nobody can be asked who it is: the page itself sees to that. */
const eventCheckIn = createRoute({
	getParentRoute: () => root,
	path: "/events/$id/check-in",
	beforeLoad: texts("gate", "device"),
	component: lazyRouteComponent(async () => {
		const { gatePage } = await import("@/features/gate/pages.ts");
		return { page: await gatePage() };
	}, "page"),
});

const ownReviews = createRoute({
	getParentRoute: () => root,
	path: "/my-reviews",
	validateSearch: reviewsSearch,
	beforeLoad: guarded("applications"),
	component: applicationsPage("reviews"),
});

const applicationReview = createRoute({
	getParentRoute: () => root,
	path: "/my-reviews/$id",
	beforeLoad: guarded("applications"),
	component: applicationsPage("review"),
});

const ownConflicts = createRoute({
	getParentRoute: () => root,
	path: "/my-reviews/conflicts/$event",
	beforeLoad: guarded("applications"),
	component: applicationsPage("conflicts"),
});

const outcomesPage = pagesOf(() => import("@/features/outcomes/pages.ts"));

const applicationOutcomes = createRoute({
	getParentRoute: () => root,
	path: "/applications/$id/outcomes",
	beforeLoad: guarded("outcomes"),
	component: outcomesPage("application"),
});

const outcomeLink = createRoute({
	getParentRoute: () => root,
	path: "/declare",
	beforeLoad: texts("outcomes"),
	component: outcomesPage("link"),
});

const eventOutcomes = createRoute({
	getParentRoute: () => root,
	path: "/events/$id/outcomes",
	validateSearch: outcomesSearch,
	beforeLoad: guarded("outcomes"),
	component: outcomesPage("desk"),
});

const eventReport = createRoute({
	getParentRoute: () => root,
	path: "/events/$id/report",
	beforeLoad: texts("outcomes"),
	component: outcomesPage("report"),
});

const participation = createRoute({
	getParentRoute: () => root,
	path: "/participation",
	validateSearch: participationSearch,
	beforeLoad: texts("outcomes"),
	component: outcomesPage("participation"),
});

/** Events: the calendar, calls, applications, the commission, the floor plan, the gate, outcomes. */
export const eventsRoutes = [
	events,
	event,
	ownEvents,
	newEvent,
	editEvent,
	editCall,
	eventApplications,
	ownApplications,
	application,
	eventCommission,
	eventSelection,
	eventSeats,
	eventPlan,
	eventPlanEditor,
	eventStands,
	eventCheckIn,
	ownReviews,
	applicationReview,
	ownConflicts,
	applicationOutcomes,
	outcomeLink,
	eventOutcomes,
	eventReport,
	participation,
] as const;
