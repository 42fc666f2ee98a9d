import { queryOptions } from "@tanstack/react-query";
import { everyPage } from "@/api/every-page.ts";
import {
	listCommunes,
	listCraftActivities,
	listCraftDomains,
	listCraftSectors,
	listWilayas,
} from "@/api/gen/sdk.gen.ts";

// Reference data changes a few times a year: one reading serves a whole visit.
const LONG = { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY };

export const wilayasQuery = queryOptions({
	queryKey: ["reference", "wilayas"],
	queryFn: async ({ signal }) => (await listWilayas({ signal, throwOnError: true })).data.items,
	...LONG,
});

export const craftDomainsQuery = queryOptions({
	queryKey: ["reference", "craft-domains"],
	queryFn: async ({ signal }) =>
		(await listCraftDomains({ signal, throwOnError: true })).data.items,
	...LONG,
});

export const craftSectorsQuery = queryOptions({
	queryKey: ["reference", "craft-sectors"],
	queryFn: async ({ signal }) =>
		(await listCraftSectors({ signal, throwOnError: true })).data.items,
	...LONG,
});

/** All single activities: some hundreds once the official list is loaded, none before. */
export const craftActivitiesQuery = queryOptions({
	queryKey: ["reference", "craft-activities"],
	queryFn: ({ signal }) =>
		everyPage((query) => listCraftActivities({ query, signal, throwOnError: true })),
	...LONG,
});

/** Communes of one wilaya; none has more than a hundred. */
export const communesQuery = (wilaya: string) =>
	queryOptions({
		queryKey: ["reference", "communes", wilaya],
		queryFn: async ({ signal }) =>
			(await listCommunes({ query: { wilaya: [wilaya], limit: 200 }, signal, throwOnError: true }))
				.data.items,
		enabled: wilaya !== "",
		...LONG,
	});
