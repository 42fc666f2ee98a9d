import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { listReviewers, listScores, listSelectionDecisions } from "@/api/gen/workshop-sdk.gen.ts";
import { commissionKey } from "../queries.ts";

export const PER_PAGE = 25;

export const reviewersQuery = (event: string) =>
	queryOptions({
		queryKey: [...commissionKey(event), "reviewers"],
		queryFn: async ({ signal }) =>
			(await listReviewers({ path: { id: event }, signal, throwOnError: true })).data.items,
	});

export const scoresQuery = (event: string, disputed: boolean, cursor: string | undefined) =>
	queryOptions({
		queryKey: [...commissionKey(event), "scores", disputed, cursor],
		queryFn: async ({ signal }) =>
			(
				await listScores({
					path: { id: event },
					query: {
						limit: PER_PAGE,
						...(disputed ? { disputed } : {}),
						...(cursor ? { cursor } : {}),
					},
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
	});

/** Whether the selection is published: from then on nothing is reviewed any more. */
export const decidedQuery = (event: string) =>
	queryOptions({
		queryKey: [...commissionKey(event), "decided"],
		queryFn: async ({ signal }) =>
			(
				await listSelectionDecisions({
					path: { id: event },
					query: { limit: 1 },
					signal,
					throwOnError: true,
				})
			).data.items.length > 0,
	});
