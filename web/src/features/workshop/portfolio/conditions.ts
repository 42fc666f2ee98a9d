import type { PortfolioItem, SelectionInput } from "@/api/gen/types.gen.ts";
import { moneyFault, readMoney } from "@/i18n/money.ts";
import { readNumber } from "../use-money.ts";

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
	/** Code of the craft sector; absent in what was kept before there was one. */
	craft?: string | null;
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
		if (typed.trim() === "" || moneyFault(typed)) wrong.add(`budgets/${index}`);
	});
	for (const { key, projects } of conditions.groups) if (projects.length < 2) wrong.add(key);
	for (const { key, project, needs } of conditions.prerequisites)
		if (!project || !needs || project === needs) wrong.add(key);
	for (const { key, wilaya, craft, atLeast } of conditions.minimums) {
		if (!wilaya && !craft) wrong.add(`${key}/where`);
		if (!atLeast) wrong.add(`${key}/atLeast`);
	}
	return wrong;
}

/** The conditions that say something of the candidates, in the order in which they are sent. */
function kept(conditions: Conditions, projects: readonly string[]) {
	const here = (id: string | null): id is string => id !== null && projects.includes(id);
	return {
		exclusions: conditions.groups.flatMap(({ key, projects: all, atMost }) => {
			const among = all.filter(here);
			return among.length > 1 ? [{ key, sent: { projects: among, at_most: atMost ?? 1 } }] : [];
		}),
		prerequisites: conditions.prerequisites.flatMap(({ key, project, needs }) =>
			here(project) && here(needs) ? [{ key, sent: { project, requires: [needs] } }] : [],
		),
		minimums: conditions.minimums.flatMap(({ key, wilaya, craft = null, atLeast }) =>
			(wilaya || craft) && atLeast
				? [{ key, sent: { wilaya, craft_sector: craft, at_least: atLeast } }]
				: [],
		),
	};
}

const candidates = (conditions: Conditions, items: readonly PortfolioItem[]) =>
	items.map((item) => item.project_id).filter((id) => partOf(conditions, id) !== "out");

/** Conditions on projects that are not among the candidates any more say nothing. */
export function toInput(conditions: Conditions, items: readonly PortfolioItem[]): SelectionInput {
	const projects = candidates(conditions, items);
	const percent = readNumber(conditions.rate);
	const { exclusions, prerequisites, minimums } = kept(conditions, projects);
	return {
		budgets: conditions.budgets.map((typed) => ({ amount: amount(typed) ?? 0, currency: "DZD" })),
		projects,
		rate: percent === null ? null : percent / 100,
		required: projects.filter((id) => partOf(conditions, id) === "required"),
		exclusions: exclusions.map(({ sent }) => sent),
		prerequisites: prerequisites.map(({ sent }) => sent),
		minimums: minimums.map(({ sent }) => sent),
	};
}

/** The server's words on single conditions, by their keys. */
export function saidOf(
	conditions: Conditions,
	items: readonly PortfolioItem[],
	wrong: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
	const sent = kept(conditions, candidates(conditions, items));
	const said: Record<string, string> = {};
	for (const [pointer, detail] of Object.entries(wrong)) {
		const [, list, index] = pointer.split("/");
		if (list !== "exclusions" && list !== "prerequisites" && list !== "minimums") continue;
		const one = sent[list][Number(index)];
		if (one) said[one.key] ??= detail;
	}
	return said;
}
