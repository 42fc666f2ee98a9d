import type {
	AssignmentRubric,
	CohortAssignment,
	CohortAssignmentInput,
	CourseModule,
	ProjectTool,
} from "@/api/gen/types.gen.ts";
import { isTime, timeOf } from "@/i18n/hours.ts";
import { clockOf, instantOf } from "@/i18n/left.ts";
import { type Names, namesOf, noNames, textOf } from "@/i18n/names.ts";
import { isDate } from "@/ui/date-parts.ts";
import { freeCode } from "@/ui/row-list.ts";

export interface LevelTyped {
	id: string;
	name: Names;
	points: number | null;
}

export interface CriterionTyped {
	id: string;
	name: Names;
	levels: LevelTyped[];
}

/** An assignment as it is typed: nothing is lost for being unfinished. Hours are those of Algeria. */
export interface AssignmentTyped {
	name: Names;
	description: Names;
	module: string | null;
	tool: ProjectTool | null;
	dueOn: string | null;
	dueAt: string;
	reviewed: boolean;
	reviews: number | null;
	criteria: CriterionTyped[];
}

const free = (stem: string, rows: readonly { id: string }[]) =>
	freeCode(
		stem,
		rows.map(({ id }) => ({ code: id })),
	);

export const newLevel = (rows: readonly LevelTyped[]): LevelTyped => ({
	id: free("level", rows),
	name: noNames,
	points: null,
});

const FIRST: readonly LevelTyped[] = [0, 60, 100].map((points, index) => ({
	id: `level-${index + 1}`,
	name: noNames,
	points,
}));

/** A new criterion begins with the levels of the one before it. */
export const newCriterion = (rows: readonly CriterionTyped[]): CriterionTyped => ({
	id: free("criterion", rows),
	name: noNames,
	levels: [...(rows.at(-1)?.levels ?? FIRST)],
});

export const blank: AssignmentTyped = {
	name: noNames,
	description: noNames,
	module: null,
	tool: null,
	dueOn: null,
	dueAt: "16:00",
	reviewed: false,
	reviews: 1,
	criteria: [newCriterion([])],
};

const namesOrNone = (text: Parameters<typeof namesOf>[0] | null | undefined) =>
	text ? namesOf(text) : noNames;

/** What a module says of its assignment is taken over where nothing was written yet. */
export function ofModule(
	typed: AssignmentTyped,
	module: CourseModule | undefined,
): AssignmentTyped {
	if (!module) return { ...typed, module: null };
	return {
		...typed,
		module: module.code,
		tool: typed.tool ?? module.tool ?? null,
		name: typed.name.ar ? typed.name : namesOf(module.title),
		description: typed.description.ar ? typed.description : namesOrNone(module.assignment),
	};
}

export function fromAssignment(task: CohortAssignment): AssignmentTyped {
	const due = clockOf(task.due_at);
	const reviews = task.peer_reviews ?? 0;
	return {
		name: namesOf(task.name),
		description: namesOrNone(task.description),
		module: task.module ?? null,
		tool: task.tool,
		dueOn: due.day,
		dueAt: due.time,
		reviewed: reviews > 0,
		reviews: reviews || 1,
		criteria: task.rubric.criteria.map(({ id, name, levels }) => ({
			id,
			name: namesOf(name),
			levels: levels.map((level) => ({ ...level, name: namesOf(level.name) })),
		})),
	};
}

export type Fault =
	| "required"
	| "date"
	| "time"
	| "reviews"
	| "criteria"
	| "levels"
	| "points"
	| "nothing";

const MOST_POINTS = 10_000;
const MOST_REVIEWS = 10;

/** What can be said before the server is asked, by pointer into what would be sent. */
export function faultsOf(typed: AssignmentTyped): Record<string, Fault> {
	const faults: Record<string, Fault> = {};
	const name = (pointer: string, names: Names) => {
		if (!names.ar.trim()) faults[`${pointer}/ar`] = "required";
	};
	name("/name", typed.name);
	if (typed.description.fr.trim() || typed.description.en.trim())
		name("/description", typed.description);
	if (!typed.tool) faults["/tool"] = "required";
	if (typed.dueOn === null) faults["/due_at"] = "required";
	else if (!isDate(typed.dueOn)) faults["/due_at"] = "date";
	if (!isTime(typed.dueAt)) faults["/due_at/time"] = typed.dueAt.trim() ? "time" : "required";
	const { reviewed, reviews } = typed;
	if (reviewed && (reviews === null || reviews < 1 || reviews > MOST_REVIEWS))
		faults["/peer_reviews"] = "reviews";
	if (typed.criteria.length === 0) faults["/rubric/criteria"] = "criteria";
	let best = 0;
	typed.criteria.forEach((criterion, index) => {
		const at = `/rubric/criteria/${index}`;
		name(`${at}/name`, criterion.name);
		if (criterion.levels.length === 0) faults[`${at}/levels`] = "levels";
		criterion.levels.forEach((level, place) => {
			name(`${at}/levels/${place}/name`, level.name);
			best = Math.max(best, level.points ?? 1);
			if (level.points === null) faults[`${at}/levels/${place}/points`] = "required";
			else if (level.points > MOST_POINTS) faults[`${at}/levels/${place}/points`] = "points";
		});
	});
	if (typed.criteria.length > 0 && best === 0) faults["/rubric/criteria"] = "nothing";
	return faults;
}

const rubricOf = (criteria: readonly CriterionTyped[]): AssignmentRubric => ({
	criteria: criteria.map(({ id, name, levels }) => ({
		id,
		name: textOf(name),
		levels: levels.map((level) => ({
			id: level.id,
			name: textOf(level.name),
			points: level.points ?? 0,
		})),
	})),
});

/** What is sent, once nothing is missing; nothing before. */
export function toInput(typed: AssignmentTyped): CohortAssignmentInput | undefined {
	const { tool, dueOn, dueAt } = typed;
	if (!tool || !isDate(dueOn) || !isTime(dueAt)) return undefined;
	return {
		name: textOf(typed.name),
		description: typed.description.ar.trim() ? textOf(typed.description) : null,
		module: typed.module,
		tool,
		due_at: instantOf(dueOn, timeOf(dueAt)),
		peer_reviews: typed.reviewed ? (typed.reviews ?? 0) : 0,
		rubric: rubricOf(typed.criteria),
	};
}
