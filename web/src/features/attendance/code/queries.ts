import { queryOptions } from "@tanstack/react-query";
import { getCohortSession, getSessionCode, listAttendance } from "@/api/gen/workshop-sdk.gen.ts";
import { aheadIn, wholeList } from "@/reference/device/device.ts";

const PER_PAGE = 200;

export const sessionQuery = (id: string) =>
	queryOptions({
		queryKey: ["attendance", "session", id],
		queryFn: async ({ signal }) =>
			(await getCohortSession({ path: { id }, signal, throwOnError: true })).data,
	});

/** All participants of a cohort whom the reader may know of, with what is noted of them. */
export const everybodyQuery = (cohort: string) =>
	queryOptions({
		queryKey: ["attendance", "everybody", cohort],
		queryFn: async ({ signal }) =>
			(
				await wholeList((cursor) =>
					listAttendance({
						path: { id: cohort },
						query: { limit: PER_PAGE, ...(cursor ? { cursor } : {}) },
						signal,
						throwOnError: true,
					}),
				)
			).items,
	});

/** The code of a session, and when the next one is shown by the clock of this device. */
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
		staleTime: 0,
	});
