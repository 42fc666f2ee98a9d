import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { getSessionCode, listAttendance } from "@/api/gen/workshop-sdk.gen.ts";
import { aheadIn, wholeList } from "@/reference/device/device.ts";

export const PER_PAGE = 50;
const WHOLE = 200;

/** Where the participants stand, page by page. */
export const registerQuery = (cohort: string, cursor: string | undefined) =>
	queryOptions({
		queryKey: ["attendance", "register", cohort, cursor],
		queryFn: async ({ signal }) =>
			(
				await listAttendance({
					path: { id: cohort },
					query: { limit: PER_PAGE, ...(cursor ? { cursor } : {}) },
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
		retry: false,
	});

/** All participants of a cohort with what is noted of them. */
export const everybodyQuery = (cohort: string) =>
	queryOptions({
		queryKey: ["attendance", "everybody", cohort],
		queryFn: async ({ signal }) =>
			(
				await wholeList((cursor) =>
					listAttendance({
						path: { id: cohort },
						query: { limit: WHOLE, ...(cursor ? { cursor } : {}) },
						signal,
						throwOnError: true,
					}),
				)
			).items,
		retry: false,
	});

/** The code of a session, and when it is renewed by the clock of this device. */
export const codeQuery = (session: string) =>
	queryOptions({
		queryKey: ["attendance", "code", session],
		queryFn: async ({ signal }) => {
			const { data, response } = await getSessionCode({
				path: { id: session },
				signal,
				throwOnError: true,
			});
			return { ...data, until: Date.parse(data.next_at) + aheadIn(response) * 1000 };
		},
		gcTime: 0,
	});
