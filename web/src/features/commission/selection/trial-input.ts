import type { Call, TrialInput } from "@/api/gen/types.gen.ts";

/** Other numbers as they are typed. */
export interface TrialTyped {
	capacity: number | null;
	leastPoints: number | null;
	/** Seats by code of the quota. */
	seats: Record<string, number | null>;
}

export const typedOf = (call: Call): TrialTyped => ({
	capacity: call.capacity,
	leastPoints: call.least_points ?? null,
	seats: Object.fromEntries((call.quotas ?? []).map(({ code, seats }) => [code, seats])),
});

/** What is asked of the server: a quota without seats is not there, and no least score is none at all. */
export const toTrial = (call: Call, typed: TrialTyped): TrialInput => ({
	capacity: typed.capacity,
	least_points: typed.leastPoints ?? 0,
	quotas: (call.quotas ?? []).flatMap((quota) => {
		const seats = typed.seats[quota.code];
		return seats ? [{ ...quota, seats }] : [];
	}),
});

/** Where a quota stands in what is sent, for what the server says of it. */
export const placeOf = (input: TrialInput | undefined, code: string) =>
	(input?.quotas ?? []).findIndex((quota) => quota.code === code);
