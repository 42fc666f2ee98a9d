import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { listReviewers, listScores } from "@/api/gen/workshop-sdk.gen.ts";
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
