import { queryOptions } from "@tanstack/react-query";
import type { FollowUp } from "@/api/gen/types.gen.ts";
import { getFollowUp, getSeat, listApplicationReviews } from "@/api/gen/workshop-sdk.gen.ts";
import { isProblem } from "@/api/problem.ts";
import { applicationKey } from "../queries.ts";

const notYet = (error: unknown): null => {
	if (isProblem(error) && error.status === 404) return null;
	throw error;
};

/** What those who are selected are asked, and until when; nothing when nothing was written. */
export const followUpQuery = (event: string) =>
	queryOptions({
		queryKey: ["applications", "followUp", event],
		queryFn: ({ signal }): Promise<FollowUp | null> =>
			getFollowUp({ path: { id: event }, signal, throwOnError: true }).then(
				({ data }) => data,
				notYet,
			),
	});

/** What was answered with the seat, by whoever of the association did. */
export const seatQuery = (id: string) =>
	queryOptions({
		queryKey: [...applicationKey(id), "seat"],
		queryFn: async ({ signal }) =>
			(await getSeat({ path: { id }, signal, throwOnError: true })).data,
	});

export const reviewsQuery = (id: string) =>
	queryOptions({
		queryKey: [...applicationKey(id), "reviews"],
		queryFn: async ({ signal }) =>
			(await listApplicationReviews({ path: { id }, signal, throwOnError: true })).data.items,
	});
