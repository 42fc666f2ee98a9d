import type { Calibration } from "@/api/gen/types.gen.ts";

/** Thousandths of a point within which reviewers agree. */
const SMALL = 250;

export type Leaning = "none" | "even" | "generous" | "strict";

/** Which way a reviewer leans, against the others on the same applications. */
export function leaning({ compared, difference }: Calibration): Leaning {
	if (compared === 0 || difference == null) return "none";
	if (Math.abs(difference) < SMALL) return "even";
	return difference > 0 ? "generous" : "strict";
}
