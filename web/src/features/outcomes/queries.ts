import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { OutcomeRound } from "@/api/gen/types.gen.ts";
import {
	getApplicationOutcomes,
	getEvent,
	getEventReport,
	getParticipationSummary,
	listEventOutcomes,
	listParticipation,
	viewOutcomeLink,
} from "@/api/gen/workshop-sdk.gen.ts";
import type { ParticipationSearch } from "./search.ts";

export const PER_PAGE = 25;

export const applicationOutcomesQuery = (id: string) =>
	queryOptions({
		queryKey: ["outcomes", "application", id],
		queryFn: async ({ signal }) =>
			(await getApplicationOutcomes({ path: { id }, signal, throwOnError: true })).data,
	});

export const linkQuery = (token: string) =>
	queryOptions({
		queryKey: ["outcomes", "link", token],
		queryFn: async ({ signal }) =>
			(await viewOutcomeLink({ path: { token }, signal, throwOnError: true })).data,
		enabled: token !== "",
	});

export const eventQuery = (id: string) =>
	queryOptions({
		queryKey: ["events", "one", id, "occasion"],
		queryFn: async ({ signal }) =>
			(await getEvent({ path: { id }, signal, throwOnError: true })).data,
	});

export const eventOutcomesQuery = (id: string, round: OutcomeRound, cursor: string | undefined) =>
	queryOptions({
		queryKey: ["outcomes", "event", id, round, cursor],
		queryFn: async ({ signal }) =>
			(
				await listEventOutcomes({
					path: { id },
					query: { round, limit: PER_PAGE, ...(cursor ? { cursor } : {}) },
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
	});

export const reportQuery = (id: string) =>
	queryOptions({
		queryKey: ["outcomes", "report", id],
		queryFn: async ({ signal }) =>
			(await getEventReport({ path: { id }, signal, throwOnError: true })).data,
	});

const yearOf = ({ year, as_of }: ParticipationSearch) => ({
	...(year ? { year } : {}),
	...(as_of ? { as_of } : {}),
});

export const summaryQuery = (search: ParticipationSearch) =>
	queryOptions({
		queryKey: ["participation", "summary", yearOf(search)],
		queryFn: async ({ signal }) =>
			(await getParticipationSummary({ query: yearOf(search), signal, throwOnError: true })).data,
		placeholderData: keepPreviousData,
	});

export const participantsQuery = (search: ParticipationSearch, cursor: string | undefined) => {
	const query = { ...yearOf(search), ...(search.wilaya ? { wilaya: [search.wilaya] } : {}) };
	return queryOptions({
		queryKey: ["participation", "list", query, cursor],
		queryFn: async ({ signal }) =>
			(
				await listParticipation({
					query: { ...query, limit: PER_PAGE, ...(cursor ? { cursor } : {}) },
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
	});
};
