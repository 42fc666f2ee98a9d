import { queryOptions } from "@tanstack/react-query";
import { getProject } from "@/api/gen/workshop-sdk.gen.ts";
import { tagged } from "@/api/tagged.ts";

/** Everything kept of a project hangs under its key: one change of the plan makes all of it read again. */
export const projectKey = (id: string) => ["project", id] as const;

export const projectQuery = (id: string) =>
	queryOptions({
		queryKey: [...projectKey(id), "head"],
		queryFn: ({ signal }) => tagged(getProject({ path: { id }, signal, throwOnError: true })),
	});
