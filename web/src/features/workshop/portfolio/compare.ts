import type { PortfolioItem, SelectionAnswer } from "@/api/gen/types.gen.ts";

export type Change = "joins" | "leaves" | "gone" | "new" | "same";

/** One project in a choice of another day and in that of today. */
export interface Compared {
	/** As it is today, or as it was when it is no candidate any more. */
	item: PortfolioItem;
	/** Its net value, then and now; null where it is unknown or no candidate. */
	values: readonly [number | null, number | null];
	/** Whether it was chosen; undefined where it was no candidate. */
	chosen: readonly [boolean | undefined, boolean | undefined];
	change: Change;
}

/** What the best choice takes. */
export const chosenIn = ({ result }: SelectionAnswer): readonly string[] =>
	result?.optimum?.selected ?? [];

const changeOf = (then: boolean | undefined, now: boolean | undefined): Change => {
	if (now === undefined) return "gone";
	if (now) return then ? "same" : "joins";
	if (then) return "leaves";
	return then === undefined ? "new" : "same";
};

const RANK: readonly Change[] = ["joins", "leaves", "gone", "new", "same"];

/** The projects of both choices: what has changed comes first. */
export function compare(then: SelectionAnswer, now: SelectionAnswer): readonly Compared[] {
	const sides = [then, now].map((answer) => ({
		items: new Map(answer.projects.map((item) => [item.project_id, item])),
		chosen: new Set(chosenIn(answer)),
	}));
	const ids = new Set(sides.flatMap(({ items }) => [...items.keys()]));
	const lines = [...ids].flatMap((id): Compared[] => {
		const [was, is] = sides.map(({ items }) => items.get(id));
		const item = is ?? was;
		const [chosenThen, chosenNow] = sides.map(({ items, chosen }) =>
			items.has(id) ? chosen.has(id) : undefined,
		);
		if (!item) return [];
		return [
			{
				item,
				values: [was?.npv?.amount ?? null, is?.npv?.amount ?? null],
				chosen: [chosenThen, chosenNow],
				change: changeOf(chosenThen, chosenNow),
			},
		];
	});
	return lines.sort((a, b) => RANK.indexOf(a.change) - RANK.indexOf(b.change));
}
