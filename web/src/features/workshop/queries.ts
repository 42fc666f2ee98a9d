import { queryOptions } from "@tanstack/react-query";
import {
	getProject,
	getProjectTeam,
	listActivities,
	listBaselines,
	listProgressReports,
	listProjectDocuments,
} from "@/api/gen/workshop-sdk.gen.ts";
import { tagged } from "@/api/tagged.ts";

/** Everything kept of a project hangs under its key: one change of the plan makes all of it read again. */
export const projectKey = (id: string) => ["project", id] as const;

export const projectQuery = (id: string) =>
	queryOptions({
		queryKey: [...projectKey(id), "head"],
		queryFn: ({ signal }) => tagged(getProject({ path: { id }, signal, throwOnError: true })),
	});

/** Everybody of its associations, with what each may do. */
export const teamQuery = (id: string) =>
	queryOptions({
		queryKey: [...projectKey(id), "team"],
		queryFn: ({ signal }) => tagged(getProjectTeam({ path: { id }, signal, throwOnError: true })),
	});

/** Each with the measure of its work. */
export const activitiesQuery = (id: string) =>
	queryOptions({
		queryKey: [...projectKey(id), "activities"],
		queryFn: async ({ signal }) =>
			(await listActivities({ path: { id }, signal, throwOnError: true })).data.items,
	});

/** Latest first. */
export const baselinesQuery = (id: string) =>
	queryOptions({
		queryKey: [...projectKey(id), "baselines"],
		queryFn: async ({ signal }) =>
			(await listBaselines({ path: { id }, signal, throwOnError: true })).data.items,
	});

/** Latest first. */
export const reportsQuery = (id: string) =>
	queryOptions({
		queryKey: [...projectKey(id), "progress-reports"],
		queryFn: async ({ signal }) =>
			(await listProgressReports({ path: { id }, signal, throwOnError: true })).data.items,
	});

/** Those of its agreements and reports among them. */
export const documentsQuery = (id: string) =>
	queryOptions({
		queryKey: [...projectKey(id), "documents"],
		queryFn: async ({ signal }) =>
			(await listProjectDocuments({ path: { id }, signal, throwOnError: true })).data.items,
	});
