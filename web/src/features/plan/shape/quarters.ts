import { centreOf, holds } from "./geometry.ts";
import type { Plan, Quarter } from "./plan.ts";

/** The quarters each stand is in, by its number: those that list it, and those its centre lies in. */
export function quartersOf(plan: Plan): ReadonlyMap<string, readonly Quarter[]> {
	const found = new Map<string, Quarter[]>();
	for (const { number, polygon } of plan.stands) {
		const centre = centreOf(polygon);
		const within = plan.quarters.filter(
			(quarter) =>
				quarter.stands.includes(number) || (quarter.polygon && holds(quarter.polygon, centre)),
		);
		if (within.length > 0) found.set(number, within);
	}
	return found;
}
