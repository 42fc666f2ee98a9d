import { queryOptions } from "@tanstack/react-query";
import { apiFetch } from "@/api/client.ts";
import { listApplicationPictures, listReviewPictures } from "@/api/gen/workshop-sdk.gen.ts";
import { applicationKey } from "../queries.ts";

export const applicationPicturesQuery = (id: string) =>
	queryOptions({
		queryKey: [...applicationKey(id), "pictures"],
		queryFn: async ({ signal }) =>
			(await listApplicationPictures({ path: { id }, signal, throwOnError: true })).data.items,
	});

export const reviewPicturesQuery = (id: string) =>
	queryOptions({
		queryKey: ["reviews", "one", id, "pictures"],
		queryFn: async ({ signal }) =>
			(await listReviewPictures({ path: { id }, signal, throwOnError: true })).data.items,
	});

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
