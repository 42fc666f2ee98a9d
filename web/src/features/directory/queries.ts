import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { countAssociations, listAssociations } from "@/api/gen/sdk.gen.ts";
import { type DirectorySearch, toFilter } from "./search.ts";

export const PER_PAGE = 20;

export const associationsQuery = (search: DirectorySearch, cursor: string | undefined) =>
	queryOptions({
		queryKey: ["directory", "list", search, cursor],
		queryFn: async ({ signal }) => {
			const { sort = "name" } = search;
			const { data } = await listAssociations({
				query: {
					...toFilter(search),
					status: ["verified"],
					sort,
					limit: PER_PAGE,
					include_total: true,
					...(cursor ? { cursor } : {}),
				},
				signal,
				throwOnError: true,
			});
			return data;
		},
		placeholderData: keepPreviousData,
	});

/** Counts by wilaya under the same filters, but over all wilayas. */
export const countsQuery = ({
	wilaya: _wilaya,
	commune: _commune,
	sort: _sort,
	...search
}: DirectorySearch) =>
	queryOptions({
		queryKey: ["directory", "counts", search],
		queryFn: async ({ signal }) => {
			const { data } = await countAssociations({
				query: { ...toFilter(search), status: ["verified"] },
				signal,
				throwOnError: true,
			});
			return data;
		},
		placeholderData: keepPreviousData,
	});
