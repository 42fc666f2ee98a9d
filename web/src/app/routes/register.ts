import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import * as v from "valibot";
import { daySearch } from "@/features/associations/day-search.ts";
import { queueSearch } from "@/features/associations/queue-search.ts";
import { associationsQuery, countsQuery } from "@/features/directory/queries.ts";
import { directorySearch } from "@/features/directory/search.ts";
import { guarded, pagesOf, root, texts } from "./root.ts";

const home = createRoute({
	getParentRoute: () => root,
	path: "/",
	beforeLoad: texts("home"),
	component: lazyRouteComponent(() => import("@/features/home/home-page.tsx"), "HomePage"),
});

const directory = createRoute({
	getParentRoute: () => root,
	path: "/associations",
	validateSearch: directorySearch,
	loaderDeps: ({ search }) => search,
	beforeLoad: texts("directory"),
	loader: ({ context, deps }) => {
		void context.queryClient.prefetchQuery(associationsQuery(deps, undefined));
		void context.queryClient.prefetchQuery(countsQuery(deps));
	},
	component: lazyRouteComponent(
		() => import("@/features/directory/directory-page.tsx"),
		"DirectoryPage",
	),
});

const verificationPage = lazyRouteComponent(
	() => import("@/features/verification/verification-page.tsx"),
	"VerificationPage",
);

const verification = createRoute({
	getParentRoute: () => root,
	path: "/verify",
	beforeLoad: texts("verification"),
	component: verificationPage,
});

const verificationOf = createRoute({
	getParentRoute: () => root,
	path: "/verify/$number",
	beforeLoad: texts("verification"),
	component: verificationPage,
});

/** The address in the QR code of a registration. */
const verificationCode = createRoute({
	getParentRoute: () => root,
	path: "/verification/$number",
	beforeLoad: ({ params }) => {
		throw redirect({ to: "/verify/$number", params, replace: true });
	},
});

const signIn = createRoute({
	getParentRoute: () => root,
	path: "/sign-in",
	validateSearch: v.object({ next: v.fallback(v.optional(v.string()), undefined) }),
	beforeLoad: texts("account"),
	component: lazyRouteComponent(() => import("@/features/account/sign-in-page.tsx"), "SignInPage"),
});

const passwordReset = createRoute({
	getParentRoute: () => root,
	path: "/password-reset",
	beforeLoad: texts("account"),
	component: lazyRouteComponent(
		() => import("@/features/account/password-reset-page.tsx"),
		"PasswordResetPage",
	),
});

const invitation = createRoute({
	getParentRoute: () => root,
	path: "/invitation",
	beforeLoad: texts("account"),
	component: lazyRouteComponent(
		() => import("@/features/account/invitation-page.tsx"),
		"InvitationPage",
	),
});

const account = createRoute({
	getParentRoute: () => root,
	path: "/account",
	beforeLoad: guarded("account"),
	component: lazyRouteComponent(() => import("@/features/account/account-page.tsx"), "AccountPage"),
});

const association = createRoute({
	getParentRoute: () => root,
	path: "/associations/$id",
	validateSearch: daySearch,
	beforeLoad: texts("associations"),
	component: lazyRouteComponent(
		() => import("@/features/associations/association-page.tsx"),
		"AssociationPage",
	),
});

const register = createRoute({
	getParentRoute: () => root,
	path: "/register",
	beforeLoad: texts("associations"),
	component: lazyRouteComponent(
		() => import("@/features/associations/register-page.tsx"),
		"RegisterPage",
	),
});

const fileDesk = pagesOf(() => import("@/features/associations/pages.ts"));

const desk = createRoute({
	getParentRoute: () => root,
	path: "/desk",
	validateSearch: daySearch,
	beforeLoad: guarded("associations", "documents"),
	component: fileDesk("desk"),
});

const edit = createRoute({
	getParentRoute: () => root,
	path: "/desk/$id/edit",
	beforeLoad: guarded("associations"),
	component: fileDesk("edit"),
});

const queue = createRoute({
	getParentRoute: () => root,
	path: "/review",
	validateSearch: queueSearch,
	beforeLoad: guarded("associations"),
	component: fileDesk("queue"),
});

const newFile = createRoute({
	getParentRoute: () => root,
	path: "/review/new",
	beforeLoad: guarded("associations"),
	component: fileDesk("new"),
});

const review = createRoute({
	getParentRoute: () => root,
	path: "/review/$id",
	validateSearch: daySearch,
	beforeLoad: guarded("associations", "documents"),
	component: fileDesk("review"),
});

const proposals = createRoute({
	getParentRoute: () => root,
	path: "/proposals",
	beforeLoad: guarded("associations"),
	component: fileDesk("proposals"),
});

const proposal = createRoute({
	getParentRoute: () => root,
	path: "/proposals/$id",
	beforeLoad: guarded("associations"),
	component: fileDesk("proposal"),
});

const duplicates = createRoute({
	getParentRoute: () => root,
	path: "/duplicates",
	beforeLoad: guarded("associations"),
	component: fileDesk("duplicates"),
});

const merge = createRoute({
	getParentRoute: () => root,
	path: "/duplicates/$id/$other",
	beforeLoad: guarded("associations"),
	component: fileDesk("merge"),
});

const importsPage = pagesOf(() => import("@/features/imports/pages.ts"));

const imports = createRoute({
	getParentRoute: () => root,
	path: "/imports",
	beforeLoad: guarded("imports"),
	component: importsPage("all"),
});

const job = createRoute({
	getParentRoute: () => root,
	path: "/imports/$id",
	beforeLoad: guarded("imports"),
	component: importsPage("job"),
});

/** The register: what everybody reads of it, the desks of associations and chambers, and the way in. */
export const registerRoutes = [
	home,
	directory,
	association,
	register,
	desk,
	edit,
	queue,
	newFile,
	review,
	proposals,
	proposal,
	duplicates,
	merge,
	imports,
	job,
	verification,
	verificationOf,
	verificationCode,
	signIn,
	passwordReset,
	invitation,
	account,
] as const;
