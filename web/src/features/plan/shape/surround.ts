import { centreOf } from "./geometry.ts";
import type { Plan, Point, Polygon, Quarter, Stand } from "./plan.ts";

/** Centimetres the line keeps within the edge of the stands, away from neighbours and the names of halls. */
const INSET = 15;

/** Twice the ground of a triangle; above nothing when it turns to the right on the sheet. */
const turn = (a: Point, b: Point, c: Point) =>
	(b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

function half(points: readonly Point[]): Point[] {
	const line: Point[] = [];
	for (const point of points) {
		for (;;) {
			const [before, last] = line.slice(-2);
			if (!before || !last || turn(before, last, point) > 0) break;
			line.pop();
		}
		line.push(point);
	}
	return line.slice(0, -1);
}

/** The tightest outline without a dent around all the points. */
export function hullOf(points: readonly Point[]): Polygon {
	const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
	return [...half(sorted), ...half(sorted.toReversed())];
}

/** The corners of a stand, each a little nearer to its centre. */
function within(polygon: Polygon): Point[] {
	const centre = centreOf(polygon);
	const nearer = (from: number, to: number) =>
		from + Math.sign(to - from) * Math.min(INSET, Math.abs(to - from));
	return polygon.map(({ x, y }) => ({ x: nearer(x, centre.x), y: nearer(y, centre.y) }));
}

/** Whether some side of the first has all of the second beyond it. */
const parts = (hull: Polygon, other: Polygon) =>
	hull.some((from, at) => {
		const to = hull[(at + 1) % hull.length] ?? from;
		return other.every((point) => turn(from, to, point) <= 0);
	});

/** Whether two outlines without dents share ground. */
const overlap = (a: Polygon, b: Polygon) => !parts(a, b) && !parts(b, a);

/** Lines around stands of one hall, joined as long as no stranger comes between. */
function around(own: readonly Stand[], strangers: readonly Polygon[]): Polygon[] {
	const found: Polygon[] = [];
	for (const { polygon } of own) {
		const corners = within(polygon);
		const at = found.findIndex((line) => {
			const joined = hullOf([...line, ...corners]);
			return !strangers.some((stranger) => overlap(joined, stranger));
		});
		if (at < 0) found.push(hullOf(corners));
		else found[at] = hullOf([...(found[at] ?? []), ...corners]);
	}
	return found;
}

/** The lines drawn around the stands a quarter lists; none around one that has an outline of its own. */
export function linesAround(plan: Plan, quarter: Quarter): readonly Polygon[] {
	if (quarter.polygon || quarter.stands.length === 0) return [];
	const listed = new Set(quarter.stands);
	const halls = new Set(plan.stands.map(({ hall }) => hall));
	return [...halls].flatMap((name) => {
		const stands = plan.stands.filter(({ hall }) => hall === name);
		const own = stands.filter(({ number }) => listed.has(number));
		if (own.length === 0) return [];
		const strangers = stands.filter(({ number }) => !listed.has(number));
		return around(
			own,
			strangers.map(({ polygon }) => hullOf(within(polygon))),
		);
	});
}
