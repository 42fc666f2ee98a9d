import { queryOptions } from "@tanstack/react-query";
import {
	listAgreements,
	listContacts,
	listNegotiations,
	listObligations,
	listPartners,
} from "@/api/gen/workshop-sdk.gen.ts";
import { projectKey } from "../queries.ts";

export const partnersQuery = (id: string) =>
	queryOptions({
		queryKey: [...projectKey(id), "partners"],
		queryFn: async ({ signal }) =>
			(await listPartners({ path: { id }, signal, throwOnError: true })).data.items,
	});

export const contactsQuery = (id: string, partner_id: string) =>
	queryOptions({
		queryKey: [...projectKey(id), "partners", partner_id, "contacts"],
		queryFn: async ({ signal }) =>
			(await listContacts({ path: { id, partner_id }, signal, throwOnError: true })).data.items,
	});

export const negotiationsQuery = (id: string) =>
	queryOptions({
		queryKey: [...projectKey(id), "negotiations"],
		queryFn: async ({ signal }) =>
			(await listNegotiations({ path: { id }, signal, throwOnError: true })).data.items,
	});

export const agreementsQuery = (id: string) =>
	queryOptions({
		queryKey: [...projectKey(id), "agreements"],
		queryFn: async ({ signal }) =>
			(await listAgreements({ path: { id }, signal, throwOnError: true })).data.items,
	});

export const obligationsQuery = (id: string) =>
	queryOptions({
		queryKey: [...projectKey(id), "obligations"],
		queryFn: async ({ signal }) =>
			(await listObligations({ path: { id }, signal, throwOnError: true })).data.items,
	});
