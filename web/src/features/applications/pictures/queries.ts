import { queryOptions } from "@tanstack/react-query";
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
