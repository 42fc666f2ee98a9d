import { queryOptions } from "@tanstack/react-query";
import { listProjectTemplates } from "@/api/gen/workshop-sdk.gen.ts";

/** They change with the platform alone. */
export const templatesQuery = queryOptions({
	queryKey: ["project-templates"],
	queryFn: async ({ signal }) =>
		(await listProjectTemplates({ signal, throwOnError: true })).data.items,
	staleTime: Number.POSITIVE_INFINITY,
});
