import type { AssignmentRubric, LearningCriterionLevel } from "@/api/gen/types.gen.ts";

/** The level chosen for each criterion. */
export type Chosen = Readonly<Record<string, string>>;

type Counted = readonly {
	id: string;
	levels: readonly { id: string; points: number }[];
}[];

export const chosenOf = (levels: readonly LearningCriterionLevel[]): Chosen =>
	Object.fromEntries(levels.map((one) => [one.criterion, one.level]));

/** Criteria that have no level yet. */
export const lacking = (criteria: Counted, chosen: Chosen) =>
	criteria
		.filter(({ id, levels }) => !levels.some((one) => one.id === chosen[id]))
		.map(({ id }) => id);

/** Levels in the order of the criteria; what belongs to none is left behind. */
export const sentLevels = (criteria: Counted, chosen: Chosen): LearningCriterionLevel[] =>
	criteria.flatMap(({ id, levels }) => {
		const level = levels.find((one) => one.id === chosen[id]);
		return level ? [{ criterion: id, level: level.id }] : [];
	});

const bestOf = ({ levels }: Counted[number]) => Math.max(0, ...levels.map((one) => one.points));

/** The share of the points to be had, in hundredths of 100, half up, once every criterion has a level: as the server counts. */
export function scoreOf(criteria: Counted, chosen: Chosen): number | undefined {
	if (lacking(criteria, chosen).length > 0) return undefined;
	const best = criteria.reduce((sum, one) => sum + bestOf(one), 0);
	const earned = criteria.reduce(
		(sum, { id, levels }) => sum + (levels.find((one) => one.id === chosen[id])?.points ?? 0),
		0,
	);
	return best > 0 ? Math.floor((2 * earned * 10_000 + best) / (2 * best)) : undefined;
}

/** Whether the levels chosen differ from those kept. */
export const differs = (
	{ criteria }: AssignmentRubric,
	kept: readonly LearningCriterionLevel[],
	chosen: Chosen,
) =>
	JSON.stringify(sentLevels(criteria, chosenOf(kept))) !==
	JSON.stringify(sentLevels(criteria, chosen));
