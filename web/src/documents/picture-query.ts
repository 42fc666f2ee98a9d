import { queryOptions } from "@tanstack/react-query";
import { apiFetch } from "@/api/client.ts";

/** The picture itself, with the reader's rights: an `<img>` would send no token. It never changes. */
export const contentQuery = (id: string) =>
	queryOptions({
		queryKey: ["pictures", id],
		queryFn: async ({ signal }) => {
			const place = new URL(`/api/v1/event-files/${id}/content`, location.origin);
			return (await apiFetch(place, { headers: { Accept: "image/*" }, signal })).blob();
		},
		staleTime: Number.POSITIVE_INFINITY,
	});
