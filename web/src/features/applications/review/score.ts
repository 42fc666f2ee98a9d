import type { CallCriterion, CriterionPoints, Review } from "@/api/gen/types.gen.ts";

/** What a reviewer types: points of each criterion, and a remark. */
export interface ReviewTyped {
	points: Record<string, number>;
	remark: string;
}

export const POINTS = Array.from({ length: 11 }, (_, points) => points);

export const typedOf = ({ points, remark }: Pick<Review, "points" | "remark">): ReviewTyped => ({
	points: Object.fromEntries(points.map((one) => [one.criterion, one.points])),
	remark: remark ?? "",
});

/** The mean by weights in thousandths of a point, half up, once every criterion has its points: as the server counts. */
export function totalOf(
	criteria: readonly CallCriterion[],
	points: ReviewTyped["points"],
): number | undefined {
	let sum = 0;
	let weights = 0;
	for (const { code, weight } of criteria) {
		const given = points[code];
		if (given === undefined) return undefined;
		sum += weight * 1000 * given;
		weights += weight;
	}
	return weights > 0 ? Math.floor((2 * sum + weights) / (2 * weights)) : undefined;
}

/** Criteria that have no points yet. */
export const lacking = (criteria: readonly CallCriterion[], points: ReviewTyped["points"]) =>
	criteria.filter(({ code }) => points[code] === undefined).map(({ code }) => code);

/** Points in the order of the criteria; what belongs to none is left behind. */
export const sentPoints = (
	criteria: readonly CallCriterion[],
	points: ReviewTyped["points"],
): CriterionPoints[] =>
	criteria.flatMap(({ code }) => {
		const given = points[code];
		return given === undefined ? [] : [{ criterion: code, points: given }];
	});

/** What the points given come closest to: the highest anchor that they reach. */
export const reached = ({ anchors = [] }: Pick<CallCriterion, "anchors">, given: number) =>
	anchors.filter(({ points }) => points <= given).sort((a, b) => b.points - a.points)[0];
