import { useEffect, useMemo, useReducer } from "react";
import { useKept } from "@/ui/use-kept.ts";
import { type Plan, samePlan } from "../shape/plan.ts";
import type { Key } from "../shape/refs.ts";
import type { Changed } from "./changes.ts";
import { historyOf, step } from "./history.ts";

/** A plan that is drawn, and what of the server it started from. */
interface Kept {
	from: string | number | null;
	plan: Plan;
}

/** The plan under work: every step can be taken back, and what is not saved stays in this browser. */
export function useEditor(event: string, saved: Kept) {
	const kept = useKept<Kept>(`plan:${event}`, () => saved);
	const [history, act] = useReducer(step, kept.value.plan, historyOf);
	const { plan, chosen } = history;
	const { set, value } = kept;
	const isDirty = useMemo(() => !samePlan(plan, saved.plan), [plan, saved.plan]);
	useEffect(() => {
		if (plan !== value.plan) set({ from: value.from, plan });
	}, [plan, value, set]);
	return {
		plan,
		chosen,
		from: value.from,
		restored: kept.restored,
		isDirty,
		canUndo: history.past.length > 0,
		canRedo: history.future.length > 0,
		undo: () => act({ do: "undo" }),
		redo: () => act({ do: "redo" }),
		choose: (keys: readonly Key[]) => act({ do: "choose", chosen: keys }),
		toggle: (key: Key) => act({ do: "toggle", key }),
		/** Changes of the `same` thing that follow one another are one step. */
		change: (next: Plan, same?: string) =>
			act({ do: "change", plan: next, ...(same === undefined ? {} : { same }) }),
		take: ({ plan: next, chosen: now }: Changed) => act({ do: "change", plan: next, chosen: now }),
		/** Starts again from what the server has. */
		restart: (found: Kept) => {
			kept.reset(found);
			act({ do: "replace", plan: found.plan });
		},
		/** What was sent is what the server has now; the steps stay. */
		savedAs: (from: Kept["from"]) => kept.reset({ from, plan }),
	};
}

export type Editor = ReturnType<typeof useEditor>;
