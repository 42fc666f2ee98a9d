import { type Box, boundsOf } from "../shape/geometry.ts";
import type { Plan, Point } from "../shape/plan.ts";
import { pointsOf } from "../shape/refs.ts";

/** The part of the plan that is seen, in centimetres. */
export type View = Box;

/** What an empty sheet shows: a small hall. */
const EMPTY: View = { x: -100, y: -100, width: 3200, depth: 2000 };
/** A share of the plan around it, so that walls do not lie on the edge. */
const MARGIN = 0.04;
/** Nobody wants to see less than this across, in centimetres. */
const LEAST = 200;
const MOST = 4_000_000;

export const around = ({ x, y, width, depth }: Box, margin: number): View => ({
	x: x - margin,
	y: y - margin,
	width: width + 2 * margin,
	depth: depth + 2 * margin,
});

/** Everything there is. */
export function whole(plan: Plan): View {
	const bounds = boundsOf(pointsOf(plan));
	if (!bounds) return EMPTY;
	return around(bounds, Math.max(50, MARGIN * Math.max(bounds.width, bounds.depth)));
}

/** Nearer (a factor under 1) or farther, with one point staying where it is. */
export function zoomed(view: View, factor: number, about?: Point): View {
	const width = Math.min(MOST, Math.max(LEAST, view.width * factor));
	const real = width / view.width;
	const { x, y } = about ?? { x: view.x + view.width / 2, y: view.y + view.depth / 2 };
	return {
		x: x - (x - view.x) * real,
		y: y - (y - view.y) * real,
		width,
		depth: view.depth * real,
	};
}

export const panned = (view: View, dx: number, dy: number): View => ({
	...view,
	x: view.x + dx,
	y: view.y + dy,
});

/** One thing in the middle, near enough to be read: not more than so many of its own sizes across. */
export function towards(view: View, box: Box, sizes = 6): View {
	const size = Math.max(box.width, box.depth, 50) * sizes;
	const width = Math.min(view.width, size);
	const depth = view.depth * (width / view.width);
	return {
		x: box.x + box.width / 2 - width / 2,
		y: box.y + box.depth / 2 - depth / 2,
		width,
		depth,
	};
}

/** Whether a thing lies wholly in what is seen. */
export const shows = (view: View, box: Box) =>
	box.x >= view.x &&
	box.y >= view.y &&
	box.x + box.width <= view.x + view.width &&
	box.y + box.depth <= view.y + view.depth;
