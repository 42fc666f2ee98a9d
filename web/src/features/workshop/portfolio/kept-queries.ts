import { queryOptions } from "@tanstack/react-query";
import { getKeptPortfolio } from "@/api/gen/workshop-sdk.gen.ts";

export const keptKey = ["kept-portfolios"] as const;

/** It never changes: it is read once. */
export const keptQuery = (id: string) =>
	queryOptions({
		queryKey: [...keptKey, "one", id],
		queryFn: async ({ signal }) =>
			(await getKeptPortfolio({ path: { id }, signal, throwOnError: true })).data,
		staleTime: Number.POSITIVE_INFINITY,
	});
