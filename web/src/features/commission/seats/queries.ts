import { queryOptions } from "@tanstack/react-query";
import type { FollowUp } from "@/api/gen/types.gen.ts";
import { getFollowUp } from "@/api/gen/workshop-sdk.gen.ts";
import { isProblem } from "@/api/problem.ts";
import { type Tagged, tagged } from "@/api/tagged.ts";
import { commissionKey } from "../queries.ts";

const notYet = (error: unknown): null => {
	if (isProblem(error) && error.status === 404) return null;
	throw error;
};

/** What those who are selected are asked; nothing before it is written. */
export const followUpQuery = (event: string) =>
	queryOptions({
		queryKey: [...commissionKey(event), "followUp"],
		queryFn: ({ signal }): Promise<Tagged<FollowUp> | null> =>
			tagged(getFollowUp({ path: { id: event }, signal, throwOnError: true })).catch(notYet),
	});
