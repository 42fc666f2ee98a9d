import { useCallback, useMemo, useState } from "react";
import type { Box } from "../shape/geometry.ts";
import type { Plan, Point } from "../shape/plan.ts";
import { panned, shows, towards, type View, whole, zoomed } from "./view.ts";

const STEP = 1.35;

/** What is seen of a plan, and the ways to see something else. Nothing chosen shows all of it. */
export function useView(plan: Plan) {
	const all = useMemo(() => whole(plan), [plan]);
	const [own, setOwn] = useState<View | null>(null);
	const view = own ?? all;
	const change = useCallback(
		(next: (view: View) => View) => setOwn((now) => next(now ?? all)),
		[all],
	);
	return {
		view,
		isWhole: own === null,
		fit: useCallback(() => setOwn(null), []),
		/** The sheet stays where it is while it is drawn on. */
		hold: useCallback(() => change((now) => now), [change]),
		nearer: useCallback((about?: Point) => change((now) => zoomed(now, 1 / STEP, about)), [change]),
		farther: useCallback((about?: Point) => change((now) => zoomed(now, STEP, about)), [change]),
		pan: useCallback((dx: number, dy: number) => change((now) => panned(now, dx, dy)), [change]),
		/** Brings a thing to the middle. */
		goTo: useCallback((box: Box) => change((now) => towards(now, box)), [change]),
		/** The same, unless it is seen already. */
		reveal: useCallback(
			(box: Box) => change((now) => (shows(now, box) ? now : towards(now, box))),
			[change],
		),
	};
}

export type Seen = ReturnType<typeof useView>;
