import type {
	PortfolioItem,
	ProjectSelectionRequest,
	SelectionAnswer,
	SelectionInput,
} from "@/api/gen/types.gen.ts";
import { readMoney, readNumber } from "../use-money.ts";

export const PARTS = ["candidate", "required", "out"] as const;
export type Part = (typeof PARTS)[number];

export interface Group {
	key: string;
	projects: readonly string[];
	atMost: number | null;
}
export interface Prerequisite {
	key: string;
	project: string | null;
	needs: string | null;
}
export interface Least {
	key: string;
	wilaya: string | null;
	atLeast: number | null;
}

/** What a choice must keep to, as typed. */
export interface Conditions {
	rate: string;
	budgets: readonly string[];
	/** Projects that are more, or less, than candidates. */
	parts: Readonly<Record<string, Part>>;
	groups: readonly Group[];
	prerequisites: readonly Prerequisite[];
	minimums: readonly Least[];
}

export const noConditions = (): Conditions => ({
	rate: "",
	budgets: [""],
	parts: {},
	groups: [],
	prerequisites: [],
	minimums: [],
});

export const partOf = (conditions: Conditions, id: string): Part =>
	conditions.parts[id] ?? "candidate";

const amount = (typed: string) => readMoney(typed)?.amount;

/** What is missing or cannot be read, by the place it is typed at. */
export function unready(conditions: Conditions): ReadonlySet<string> {
	const wrong = new Set<string>();
	if (conditions.rate.trim() && readNumber(conditions.rate) === null) wrong.add("rate");
	conditions.budgets.forEach((typed, index) => {
		if ((amount(typed) ?? -1) < 0) wrong.add(`budgets/${index}`);
	});
	for (const { key, projects } of conditions.groups) if (projects.length < 2) wrong.add(key);
	for (const { key, project, needs } of conditions.prerequisites)
		if (!project || !needs || project === needs) wrong.add(key);
	for (const { key, wilaya, atLeast } of conditions.minimums)
		if (!wilaya || !atLeast) wrong.add(key);
	return wrong;
}

/** Conditions on projects that are not among the candidates any more say nothing. */
export function toInput(conditions: Conditions, items: readonly PortfolioItem[]): SelectionInput {
	const projects = items
		.map((item) => item.project_id)
		.filter((id) => partOf(conditions, id) !== "out");
	const percent = readNumber(conditions.rate);
	return {
		budgets: conditions.budgets.map((typed) => ({ amount: amount(typed) ?? 0, currency: "DZD" })),
		projects,
		rate: percent === null ? null : percent / 100,
		required: projects.filter((id) => partOf(conditions, id) === "required"),
		exclusions: conditions.groups
			.map(({ projects: all, atMost }) => ({
				projects: all.filter((id) => projects.includes(id)),
				at_most: atMost ?? 1,
			}))
			.filter((group) => group.projects.length > 1),
		minimums: conditions.minimums.flatMap(({ wilaya, atLeast }) =>
			wilaya && atLeast ? [{ wilaya, at_least: atLeast }] : [],
		),
	};
}

/** Prerequisites between projects that are both among the candidates. */
export const prerequisitesOf = (conditions: Conditions, projects: readonly string[]) =>
	conditions.prerequisites.flatMap(({ project, needs }) =>
		project && needs && projects.includes(project) && projects.includes(needs)
			? [{ project, needs }]
			: [],
	);

/** The same choice for the calculation that knows prerequisites. */
export function toRequest(
	input: SelectionInput,
	answer: SelectionAnswer,
	prerequisites: readonly { project: string; needs: string }[],
	outlays: (item: PortfolioItem) => number[],
): ProjectSelectionRequest {
	return {
		budgets: input.budgets.map((money) => money.amount),
		projects: answer.projects.flatMap((item) =>
			item.npv
				? [
						{
							id: item.project_id,
							value: item.npv.amount,
							outlays: outlays(item),
							required: input.required?.includes(item.project_id) ?? false,
							requires: prerequisites
								.filter(({ project }) => project === item.project_id)
								.map(({ needs }) => needs),
							wilaya: item.wilaya_code,
						},
					]
				: [],
		),
		exclusive_groups: (input.exclusions ?? []).map(({ projects, at_most }) => ({
			projects,
			at_most: at_most ?? 1,
		})),
		minimums: input.minimums ?? [],
	};
}
