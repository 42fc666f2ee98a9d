import type { Point, Polygon } from "./plan.ts";

/** A rectangle by its upper left corner. */
export interface Box {
	x: number;
	y: number;
	width: number;
	depth: number;
}

export const rectangle = ({ x, y, width, depth }: Box): Polygon => [
	{ x, y },
	{ x: x + width, y },
	{ x: x + width, y: y + depth },
	{ x, y: y + depth },
];

/** The rectangle two opposite corners span. */
export const between = (a: Point, b: Point): Box => ({
	x: Math.min(a.x, b.x),
	y: Math.min(a.y, b.y),
	width: Math.abs(a.x - b.x),
	depth: Math.abs(a.y - b.y),
});

/** What surrounds all the points; nothing for none. */
export function boundsOf(points: Iterable<Point>): Box | null {
	let [left, top, right, bottom] = [
		Number.POSITIVE_INFINITY,
		Number.POSITIVE_INFINITY,
		Number.NEGATIVE_INFINITY,
		Number.NEGATIVE_INFINITY,
	];
	for (const { x, y } of points) {
		left = Math.min(left, x);
		top = Math.min(top, y);
		right = Math.max(right, x);
		bottom = Math.max(bottom, y);
	}
	return left > right ? null : { x: left, y: top, width: right - left, depth: bottom - top };
}

/** The box of a polygon that is an upright rectangle, in whatever order its corners come. */
export function boxOf(polygon: Polygon): Box | null {
	const box = boundsOf(polygon);
	if (!box || polygon.length !== 4) return null;
	const corners = new Set(rectangle(box).map(({ x, y }) => `${x} ${y}`));
	const distinct = new Set(polygon.map(({ x, y }) => `${x} ${y}`));
	if (distinct.size !== 4 || [...distinct].some((corner) => !corners.has(corner))) return null;
	// Corners that follow one another share a side, or the outline would cross itself.
	const turns = polygon.every(({ x, y }, at) => {
		const next = polygon[(at + 1) % 4];
		return !!next && (next.x === x || next.y === y);
	});
	return turns ? box : null;
}

const doubled = (polygon: Polygon) =>
	polygon.reduce((sum, { x, y }, at) => {
		const next = polygon[(at + 1) % polygon.length];
		return next ? sum + x * next.y - next.x * y : sum;
	}, 0);

/** Square centimetres. */
export const areaOf = (polygon: Polygon) => Math.abs(doubled(polygon)) / 2;

/** The centre of the ground covered; of the corners where none is. */
export function centreOf(polygon: Polygon): Point {
	const twice = doubled(polygon);
	const count = polygon.length || 1;
	if (twice === 0)
		return {
			x: polygon.reduce((sum, { x }) => sum + x, 0) / count,
			y: polygon.reduce((sum, { y }) => sum + y, 0) / count,
		};
	let [sumX, sumY] = [0, 0];
	for (const [at, { x, y }] of polygon.entries()) {
		const next = polygon[(at + 1) % polygon.length] ?? { x, y };
		const part = x * next.y - next.x * y;
		sumX += (x + next.x) * part;
		sumY += (y + next.y) * part;
	}
	return { x: sumX / (3 * twice), y: sumY / (3 * twice) };
}

const onEdge = (a: Point, b: Point, { x, y }: Point) =>
	(b.x - a.x) * (y - a.y) === (b.y - a.y) * (x - a.x) &&
	x >= Math.min(a.x, b.x) &&
	x <= Math.max(a.x, b.x) &&
	y >= Math.min(a.y, b.y) &&
	y <= Math.max(a.y, b.y);

/** Whether a point lies in the polygon or on its outline. */
export function holds(polygon: Polygon, point: Point): boolean {
	let inside = false;
	for (const [at, a] of polygon.entries()) {
		const b = polygon[(at + 1) % polygon.length] ?? a;
		if (onEdge(a, b, point)) return true;
		if (a.y > point.y === b.y > point.y) continue;
		if (point.x < a.x + ((point.y - a.y) / (b.y - a.y)) * (b.x - a.x)) inside = !inside;
	}
	return inside;
}

export const moved = (polygon: Polygon, dx: number, dy: number): Polygon =>
	polygon.map(({ x, y }) => ({ x: x + dx, y: y + dy }));

/** The nearest line of the grid, or the whole centimetre without one. */
export const snap = (value: number, grid: number) =>
	grid > 1 ? Math.round(value / grid) * grid : Math.round(value);

export const snapPoint = ({ x, y }: Point, grid: number): Point => ({
	x: snap(x, grid),
	y: snap(y, grid),
});

/** The outline with one corner elsewhere; a rectangle stays one. */
export function withCorner(polygon: Polygon, at: number, to: Point): Polygon {
	const opposite = polygon[(at + 2) % 4];
	if (boxOf(polygon) && opposite) {
		const box = between(opposite, to);
		return box.width > 0 && box.depth > 0 ? rectangle(box) : polygon;
	}
	return polygon.map((corner, index) => (index === at ? to : corner));
}
