import type { PortfolioItem, SelectionAnswer } from "@/api/gen/types.gen.ts";
import { chooseProjects, getCashFlows, selectProjects } from "@/api/gen/workshop-sdk.gen.ts";
import { type Conditions, prerequisitesOf, toInput, toRequest } from "./conditions.ts";

/** What has to be found for a project in each period: what is paid out beyond what comes in. */
async function outlaysOf(id: string, periods: number): Promise<number[]> {
	const { data } = await getCashFlows({ path: { id }, throwOnError: true });
	return Array.from({ length: periods }, (_, period) => {
		const parts = data.cash_flows?.components ?? [];
		const net = parts.reduce((sum, part) => sum + (part.flows[period]?.amount ?? 0), 0);
		return Math.max(0, -net);
	});
}

/** The best set under the conditions. Prerequisites are known to the calculation without storage only. */
export async function choose(
	conditions: Conditions,
	items: readonly PortfolioItem[],
): Promise<SelectionAnswer> {
	const input = toInput(conditions, items);
	const { data: answer } = await chooseProjects({ body: input, throwOnError: true });
	const prerequisites = prerequisitesOf(conditions, input.projects ?? []);
	if (prerequisites.length === 0) return answer;
	const periods = input.budgets.length;
	const outlays = new Map(
		await Promise.all(
			answer.projects.map(async ({ project_id, outlay }) => {
				const found = periods > 1 ? await outlaysOf(project_id, periods) : [outlay.amount];
				return [project_id, found] as const;
			}),
		),
	);
	const { data: result } = await selectProjects({
		body: toRequest(input, answer, prerequisites, (item) => outlays.get(item.project_id) ?? []),
		throwOnError: true,
	});
	return { ...answer, result };
}
