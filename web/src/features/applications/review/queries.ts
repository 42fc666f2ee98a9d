import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { ReviewStatus } from "@/api/gen/types.gen.ts";
import {
	getAssociation,
	getEvent,
	getOwnConflicts,
	getReview,
	listOwnReviews,
	listReviewedEvents,
} from "@/api/gen/workshop-sdk.gen.ts";
import { tagged } from "@/api/tagged.ts";

export const PER_PAGE = 25;

/** One's own reviews in some states; in every state when none is named. */
export const ownReviewsQuery = (status: readonly ReviewStatus[], cursor: string | undefined) =>
	queryOptions({
		queryKey: ["reviews", "own", status, cursor],
		queryFn: async ({ signal }) =>
			(
				await listOwnReviews({
					query: {
						limit: PER_PAGE,
						...(status.length > 0 ? { status: [...status] } : {}),
						...(cursor ? { cursor } : {}),
					},
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
	});

/** The events one reviews at that are not decided yet, also those nothing is shared out of. */
export const reviewedEventsQuery = (cursor: string | undefined) =>
	queryOptions({
		queryKey: ["reviews", "events", cursor],
		queryFn: async ({ signal }) =>
			(
				await listReviewedEvents({
					query: { decided: false, limit: PER_PAGE, ...(cursor ? { cursor } : {}) },
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
	});

/** Reviews of an event that are still to be written. */
export const openReviewsQuery = (event: string) =>
	queryOptions({
		queryKey: ["reviews", "open", event],
		queryFn: async ({ signal }) =>
			(
				await listOwnReviews({
					query: { ...(event ? { event_id: event } : {}), status: ["open"], limit: 200 },
					signal,
					throwOnError: true,
				})
			).data.items,
	});

export const reviewKey = (id: string) => ["reviews", "one", id];

export const reviewQuery = (id: string) =>
	queryOptions({
		queryKey: reviewKey(id),
		queryFn: ({ signal }) => tagged(getReview({ path: { id }, signal, throwOnError: true })),
	});

export const eventNameQuery = (id: string) =>
	queryOptions({
		queryKey: ["events", "one", id, "name"],
		queryFn: async ({ signal }) =>
			(await getEvent({ path: { id }, signal, throwOnError: true })).data.name,
	});

export const conflictsQuery = (event: string) =>
	queryOptions({
		queryKey: ["reviews", "conflicts", event],
		queryFn: ({ signal }) =>
			tagged(getOwnConflicts({ path: { id: event }, signal, throwOnError: true })),
	});

export const associationNameQuery = (id: string) =>
	queryOptions({
		queryKey: ["associations", "one", id, "name"],
		queryFn: async ({ signal }) =>
			(await getAssociation({ path: { id }, signal, throwOnError: true })).data.name,
	});
