import type {
	PlanningDifference,
	ProjectSelectionResult,
	SelectionInput,
} from "@/api/gen/types.gen.ts";

/**
 * The projects because of which one is left out: what it needs and the way of choosing does not take,
 * or what that way takes of a group that excludes it.
 */
export function becauseOf(
	{ project, in_optimum, reason }: PlanningDifference,
	{ by_ranking, optimum }: ProjectSelectionResult,
	{ exclusions = [], prerequisites = [] }: SelectionInput,
): readonly string[] {
	const taken = (in_optimum ? by_ranking : optimum)?.selected ?? [];
	if (reason === "prerequisite_missing")
		return prerequisites
			.filter((one) => one.project === project)
			.flatMap(({ requires }) => requires.filter((id) => !taken.includes(id)));
	if (reason === "excluded")
		return exclusions
			.filter(({ projects }) => projects.includes(project))
			.flatMap(({ projects }) => projects.filter((id) => id !== project && taken.includes(id)));
	return [];
}
