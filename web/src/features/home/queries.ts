import { queryOptions } from "@tanstack/react-query";
import { countAssociations, listEvents } from "@/api/gen/sdk.gen.ts";
import { today } from "@/i18n/days.ts";

const MINUTES = 5 * 60_000;

/** Verified associations by wilaya. */
export const countsQuery = queryOptions({
	queryKey: ["home", "counts"],
	queryFn: async ({ signal }) =>
		(await countAssociations({ query: { status: ["verified"] }, signal, throwOnError: true })).data,
	staleTime: MINUTES,
});

/** How many of them are led by women, or by young people. */
export const shareQuery = (trait: "women_led" | "youth_led") =>
	queryOptions({
		queryKey: ["home", "share", trait],
		queryFn: async ({ signal }) =>
			(
				await countAssociations({
					query: { status: ["verified"], [trait]: true },
					signal,
					throwOnError: true,
				})
			).data,
		staleTime: MINUTES,
	});

/** Announced events that are open today or later, the next first. */
export const nextEventsQuery = queryOptions({
	queryKey: ["events", "next"],
	queryFn: async ({ signal }) =>
		(
			await listEvents({
				query: { from: today(), status: ["published"], limit: 4 },
				signal,
				throwOnError: true,
			})
		).data.items,
	staleTime: MINUTES,
});
