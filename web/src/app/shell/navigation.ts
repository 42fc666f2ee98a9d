import type { LinkProps } from "@tanstack/react-router";
import type { ParseKeys } from "i18next";
import { type Actor, can } from "@/auth/can.ts";

export interface Place {
	to: NonNullable<LinkProps["to"]>;
	label: ParseKeys<"common">;
	exact?: boolean;
	/** Other addresses of the same part, by their beginning. */
	also?: readonly string[];
}

export const publicPlaces: readonly Place[] = [
	{ to: "/associations", label: "nav.directory" },
	{ to: "/events", label: "nav.events" },
	{ to: "/courses", label: "nav.training", also: ["/cohorts", "/training-coverage"] },
	{ to: "/verify", label: "nav.verify" },
];

/** Where there is room for more than the head of a page holds: in the menu and at the foot. */
export const allPublicPlaces: readonly Place[] = [
	...publicPlaces,
	{ to: "/participation", label: "nav.participation" },
	{ to: "/certificates", label: "nav.certificates" },
];

/** Whether an address, without its language, is of a place that has another one. */
export const isAlso = ({ also = [] }: Place, path: string): boolean =>
	also.some((start) => path === start || path.startsWith(`${start}/`));

/** A desk, for whoever may do its first operation. */
interface Desk extends Place {
	needs: string;
	/** Those it is shown to, of those who may. */
	roles?: readonly string[];
	/** Whether others who may come to it from another desk. */
	foundElsewhere?: boolean;
}

const desks: readonly Desk[] = [
	{ to: "/desk", label: "nav.myFile", needs: "submit_association", roles: ["association"] },
	{
		to: "/review",
		label: "nav.queue",
		needs: "list_transitions",
		roles: ["chamber", "national", "ministry"],
	},
	{ to: "/projects", label: "nav.projects", needs: "list_projects" },
	{ to: "/my-applications", label: "nav.myApplications", needs: "create_application" },
	{
		to: "/my-training",
		label: "nav.myTraining",
		needs: "list_enrolments",
		roles: ["association"],
	},
	{ to: "/my-reviews", label: "nav.myReviews", needs: "list_own_reviews" },
	{ to: "/my-events", label: "nav.myEvents", needs: "create_event" },
	{ to: "/my-cohorts", label: "nav.myCohorts", needs: "create_cohort" },
	{ to: "/my-teaching", label: "nav.myTeaching", needs: "list_trainers", roles: ["trainer"] },
	{
		to: "/trainers",
		label: "nav.trainers",
		needs: "list_trainers",
		roles: ["trainer"],
		foundElsewhere: true,
	},
	{ to: "/proposals", label: "nav.proposals", needs: "decide_proposal" },
	{ to: "/duplicates", label: "nav.duplicates", needs: "merge_associations" },
	{ to: "/imports", label: "nav.imports", needs: "import_associations" },
	{ to: "/keys", label: "nav.keys", needs: "list_keys" },
	{ to: "/webhooks", label: "nav.webhooks", needs: "create_webhook" },
	{ to: "/institutions", label: "nav.institutions", needs: "update_institution" },
	{ to: "/reference", label: "nav.reference", needs: "update_wilaya" },
	{ to: "/people", label: "nav.people", needs: "list_people" },
	{ to: "/invited", label: "nav.invitations", needs: "list_invitations" },
	{ to: "/audit", label: "nav.audit", needs: "list_audit_entries" },
];

const isShown = (actor: Actor | null, { needs, roles }: Desk) =>
	can(actor, needs) && (!roles || roles.includes(actor?.acting?.role ?? ""));

const mayWorkAt = (actor: Actor | null, desk: Desk) =>
	desk.foundElsewhere ? can(actor, desk.needs) : isShown(actor, desk);

/** The places of work of this person, for the body acted for. */
export const navigationOf = (actor: Actor | null): readonly Place[] =>
	desks.filter((desk) => isShown(actor, desk));

/** Whether a page belongs to a desk that is not this person's; `path` stands without its language. */
export const isClosed = (actor: Actor | null, path: string): boolean => {
	// A file is edited at one address by its association and by its chamber.
	const desk = desks.find(({ to }) => path === to || (to !== "/desk" && path.startsWith(`${to}/`)));
	return !!actor && !!desk && !mayWorkAt(actor, desk);
};
