import { queryOptions } from "@tanstack/react-query";
import { getCohort } from "@/api/gen/sdk.gen.ts";
import { tagged } from "@/api/tagged.ts";

export const cohortKey = (id: string) => ["training", "cohort", id];

/** A cohort, with the version to change it by. */
export const cohortQuery = (id: string) =>
	queryOptions({
		queryKey: cohortKey(id),
		queryFn: ({ signal }) => tagged(getCohort({ path: { id }, signal, throwOnError: true })),
	});
