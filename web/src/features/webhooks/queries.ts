import { queryOptions } from "@tanstack/react-query";
import { getWebhook, listWebhooks } from "@/api/gen/workshop-sdk.gen.ts";

export const webhooksQuery = queryOptions({
	queryKey: ["webhooks"],
	queryFn: async ({ signal }) =>
		(await listWebhooks({ query: { limit: 200 }, signal, throwOnError: true })).data.items,
});

export const webhookQuery = (id: string) =>
	queryOptions({
		queryKey: ["webhooks", id],
		queryFn: async ({ signal }) =>
			(await getWebhook({ path: { id }, signal, throwOnError: true })).data,
	});
