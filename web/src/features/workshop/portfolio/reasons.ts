import type {
	PlanningDifference,
	ProjectSelectionResult,
	SelectionInput,
} from "@/api/gen/types.gen.ts";

/**
 * The projects because of which the ranking refused one when its turn came: what it needs and was not
 * chosen by then, or what was chosen by then of a group that excludes it.
 */
export function becauseOf(
	{ project, reason }: PlanningDifference,
	{ ranking }: Pick<ProjectSelectionResult, "ranking">,
	{ exclusions = [], prerequisites = [] }: SelectionInput,
): readonly string[] {
	const turn = ranking.findIndex(({ id }) => id === project);
	const before = ranking
		.slice(0, Math.max(0, turn))
		.flatMap(({ id, selected_by_ranking }) => (selected_by_ranking ? [id] : []));
	if (reason === "prerequisite_missing")
		return prerequisites
			.filter((one) => one.project === project)
			.flatMap(({ requires }) => requires.filter((id) => !before.includes(id)));
	if (reason === "excluded")
		return exclusions
			.filter(({ projects }) => projects.includes(project))
			.flatMap(({ projects }) => projects.filter((id) => before.includes(id)));
	return [];
}
