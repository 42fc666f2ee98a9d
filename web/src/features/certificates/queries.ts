import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { listCertificates } from "@/api/gen/workshop-sdk.gen.ts";

export const PER_PAGE = 25;

/** Certificates of a cohort that one may know of, revoked ones too. */
export const certificatesQuery = (id: string, cursor: string | undefined) =>
	queryOptions({
		queryKey: ["training", "certificates", id, cursor],
		queryFn: async ({ signal }) =>
			(
				await listCertificates({
					path: { id },
					query: { limit: PER_PAGE, ...(cursor ? { cursor } : {}) },
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
		staleTime: 0,
	});
