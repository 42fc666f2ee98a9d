import { queryOptions } from "@tanstack/react-query";
import { listApplicationMessages } from "@/api/gen/workshop-sdk.gen.ts";
import { applicationKey } from "../queries.ts";

export const messagesQuery = (id: string) =>
	queryOptions({
		queryKey: [...applicationKey(id), "messages"],
		queryFn: async ({ signal }) =>
			(await listApplicationMessages({ path: { id }, signal, throwOnError: true })).data.items,
	});
