import { queryOptions } from "@tanstack/react-query";
import {
	getAssociation,
	listDocuments,
	listProposals,
	listTransitions,
} from "@/api/gen/sdk.gen.ts";
import { tagged } from "@/api/tagged.ts";

export const associationKey = (id: string) => ["association", id];

/** One file with its tag, today or as it stood on a day. */
export const associationQuery = (id: string, asOf?: string) =>
	queryOptions({
		queryKey: [...associationKey(id), asOf ?? "now"],
		queryFn: ({ signal }) =>
			tagged(
				getAssociation({
					path: { id },
					query: asOf ? { as_of: asOf } : {},
					signal,
					throwOnError: true,
				}),
			),
	});

export const transitionsQuery = (id: string) =>
	queryOptions({
		queryKey: [...associationKey(id), "transitions"],
		queryFn: async ({ signal }) =>
			(await listTransitions({ path: { id }, signal, throwOnError: true })).data.items,
	});

export const proposalsQuery = (association: string) =>
	queryOptions({
		queryKey: [...associationKey(association), "proposals"],
		queryFn: async ({ signal }) =>
			(await listProposals({ query: { association }, signal, throwOnError: true })).data.items,
	});

export const documentsQuery = (id: string) =>
	queryOptions({
		queryKey: [...associationKey(id), "documents"],
		queryFn: async ({ signal }) =>
			(await listDocuments({ path: { id }, signal, throwOnError: true })).data.items,
	});
