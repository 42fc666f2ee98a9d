import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { ListTrainersData } from "@/api/gen/types.gen.ts";
import { getTrainer, listTrainers } from "@/api/gen/workshop-sdk.gen.ts";
import { tagged } from "@/api/tagged.ts";

export const POOL_PAGE = 25;

export const trainersQuery = (
	query: NonNullable<ListTrainersData["query"]>,
	cursor: string | undefined,
) =>
	queryOptions({
		queryKey: ["training", "trainers", "pool", query, cursor],
		queryFn: async ({ signal }) =>
			(
				await listTrainers({
					query: { ...query, limit: POOL_PAGE, ...(cursor ? { cursor } : {}) },
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
	});

export const trainerQuery = (id: string) =>
	queryOptions({
		queryKey: ["training", "trainers", "one", id],
		queryFn: ({ signal }) => tagged(getTrainer({ path: { id }, signal, throwOnError: true })),
	});
