import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { everyPage } from "@/api/every-page.ts";
import type { OutcomeRound } from "@/api/gen/types.gen.ts";
import {
	getApplicationOutcomes,
	getEvent,
	getEventReport,
	getParticipationSummary,
	listEventApplications,
	listEventOutcomes,
	listParticipation,
	viewOutcomeLink,
} from "@/api/gen/workshop-sdk.gen.ts";
import type { ParticipationSearch } from "./search.ts";
import { EXHIBITS, waitedFor } from "./waited.ts";

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

/** The exhibitors of an event that have declared nothing of a round; everybody is read, since no list of the server is of them. */
export const waitedQuery = (event: string, round: OutcomeRound) =>
	queryOptions({
		queryKey: ["outcomes", "waited", event, round],
		queryFn: async ({ signal }) => {
			const path = { id: event };
			const [exhibitors, declared] = await Promise.all([
				everyPage((query) =>
					listEventApplications({
						path,
						query: { ...query, status: [...EXHIBITS] },
						signal,
						throwOnError: true,
					}),
				),
				everyPage((query) =>
					listEventOutcomes({ path, query: { ...query, round }, signal, throwOnError: true }),
				),
			]);
			return { exhibitors: exhibitors.length, waited: waitedFor(exhibitors, declared) };
		},
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
