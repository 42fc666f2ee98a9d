import { createRouter } from "@tanstack/react-router";
import { Loading, NotFound } from "@/ui/states.tsx";
import { PageError } from "./errors/page-error.tsx";
import { administrationRoutes } from "./routes/administration.ts";
import { assessmentRoutes } from "./routes/assessment.ts";
import { eventsRoutes } from "./routes/events.ts";
import { registerRoutes } from "./routes/register.ts";
import { type Context, root } from "./routes/root.ts";
import { trainingRoutes } from "./routes/training.ts";
import { workshopRoutes } from "./routes/workshop.ts";
import { parseSearch, stringifySearch } from "./search.ts";

const routeTree = root.addChildren([
	...registerRoutes,
	...eventsRoutes,
	...trainingRoutes,
	...assessmentRoutes,
	...workshopRoutes,
	...administrationRoutes,
]);

export function createAppRouter(context: Context) {
	return createRouter({
		routeTree,
		basepath: `/${context.locale}`,
		context,
		parseSearch,
		stringifySearch,
		defaultPreload: "intent",
		defaultPreloadStaleTime: 0,
		defaultErrorComponent: PageError,
		defaultNotFoundComponent: NotFound,
		defaultPendingComponent: Loading,
		scrollRestoration: true,
	});
}

declare module "@tanstack/react-router" {
	interface Register {
		router: ReturnType<typeof createAppRouter>;
	}
}
