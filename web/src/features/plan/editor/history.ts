import type { Plan } from "../shape/plan.ts";
import { exists, type Key } from "../shape/refs.ts";

/** Steps that can be taken back. */
const MOST = 100;

export interface History {
	past: readonly Plan[];
	plan: Plan;
	future: readonly Plan[];
	chosen: readonly Key[];
	/** What the last change was of: the next one of the same is one step with it. */
	same: string | null;
}

export type Action =
	| { do: "change"; plan: Plan; chosen?: readonly Key[]; same?: string }
	| { do: "choose"; chosen: readonly Key[] }
	| { do: "toggle"; key: Key }
	| { do: "undo" }
	| { do: "redo" }
	| { do: "replace"; plan: Plan };

export const historyOf = (plan: Plan): History => ({
	past: [],
	plan,
	future: [],
	chosen: [],
	same: null,
});

const still = (plan: Plan, chosen: readonly Key[]) => chosen.filter((key) => exists(plan, key));

export function step(history: History, action: Action): History {
	const { past, plan, future, chosen } = history;
	switch (action.do) {
		case "choose":
			return { ...history, chosen: still(plan, action.chosen), same: null };
		case "toggle":
			return {
				...history,
				chosen: chosen.includes(action.key)
					? chosen.filter((key) => key !== action.key)
					: [...chosen, action.key],
				same: null,
			};
		case "undo": {
			const before = past.at(-1);
			if (!before) return history;
			return {
				past: past.slice(0, -1),
				plan: before,
				future: [plan, ...future],
				chosen: still(before, chosen),
				same: null,
			};
		}
		case "redo": {
			const [after, ...rest] = future;
			if (!after) return history;
			return {
				past: [...past, plan],
				plan: after,
				future: rest,
				chosen: still(after, chosen),
				same: null,
			};
		}
		case "replace":
			return historyOf(action.plan);
		case "change": {
			if (action.plan === plan) return history;
			const goesOn = action.same !== undefined && action.same === history.same;
			return {
				past: goesOn ? past : [...past, plan].slice(-MOST),
				plan: action.plan,
				future: [],
				chosen: still(action.plan, action.chosen ?? chosen),
				same: action.same ?? null,
			};
		}
	}
}
