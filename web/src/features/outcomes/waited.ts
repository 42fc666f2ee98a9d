import type { ApplicationStatus, ApplicationSummary, EventOutcome } from "@/api/gen/types.gen.ts";

/** States of those who have something to declare: as the server counts its exhibitors. */
export const EXHIBITS = [
	"selected",
	"confirmed",
	"attended",
] as const satisfies ApplicationStatus[];

/** Exhibitors of whom nothing has come, by the number of their application. */
export const waitedFor = (
	exhibitors: readonly ApplicationSummary[],
	declared: readonly Pick<EventOutcome, "application_id">[],
): ApplicationSummary[] => {
	const said = new Set(declared.map((one) => one.application_id));
	return exhibitors
		.filter(({ id }) => !said.has(id))
		.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0));
};
