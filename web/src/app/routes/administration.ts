import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { auditSearch, peopleSearch } from "@/features/administration/search.ts";
import { institutionsSearch } from "@/features/institutions/search.ts";
import { referenceSearch } from "@/features/reference-data/search.ts";
import { guarded, pagesOf, root } from "./root.ts";

const keys = createRoute({
	getParentRoute: () => root,
	path: "/keys",
	beforeLoad: guarded("keys", "operations"),
	component: lazyRouteComponent(() => import("@/features/keys/keys-page.tsx"), "KeysPage"),
});

const webhooksPage = pagesOf(() => import("@/features/webhooks/pages.ts"));

const webhooks = createRoute({
	getParentRoute: () => root,
	path: "/webhooks",
	beforeLoad: guarded("webhooks"),
	component: webhooksPage("all"),
});

const webhook = createRoute({
	getParentRoute: () => root,
	path: "/webhooks/$id",
	beforeLoad: guarded("webhooks"),
	component: webhooksPage("one"),
});

const institutions = createRoute({
	getParentRoute: () => root,
	path: "/institutions",
	validateSearch: institutionsSearch,
	beforeLoad: guarded("institutions"),
	component: lazyRouteComponent(
		() => import("@/features/institutions/institutions-page.tsx"),
		"InstitutionsPage",
	),
});

const reference = createRoute({
	getParentRoute: () => root,
	path: "/reference",
	validateSearch: referenceSearch,
	beforeLoad: guarded("reference-data"),
	component: lazyRouteComponent(
		() => import("@/features/reference-data/reference-page.tsx"),
		"ReferencePage",
	),
});

const administrationPage = pagesOf(() => import("@/features/administration/pages.ts"));

const people = createRoute({
	getParentRoute: () => root,
	path: "/people",
	validateSearch: peopleSearch,
	beforeLoad: guarded("administration"),
	component: administrationPage("people"),
});

const person = createRoute({
	getParentRoute: () => root,
	path: "/people/$id",
	beforeLoad: guarded("administration"),
	component: administrationPage("person"),
});

const invited = createRoute({
	getParentRoute: () => root,
	path: "/invited",
	beforeLoad: guarded("administration"),
	component: administrationPage("invited"),
});

const audit = createRoute({
	getParentRoute: () => root,
	path: "/audit",
	validateSearch: auditSearch,
	beforeLoad: guarded("administration", "operations"),
	component: administrationPage("audit"),
});

/** Keys and webhooks of a body, institutions, reference data, people and the audit log. */
export const administrationRoutes = [
	keys,
	webhooks,
	webhook,
	institutions,
	reference,
	people,
	person,
	invited,
	audit,
] as const;
