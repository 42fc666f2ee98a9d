/** Where a box is drawn: its near corner, layer and lane. */
export interface Box {
	x: number;
	y: number;
	layer: number;
}

/** Measures of the drawing: a box and the room between boxes. */
export interface Measures {
	width: number;
	height: number;
	gapX: number;
	gapY: number;
}

export type Point = readonly [x: number, y: number];

interface Link {
	from: Box;
	to: Box;
	/** Its place among the links, which keeps those side by side apart that run in the same corridor. */
	place: number;
}

/** Links side by side in one corridor before two fall together. */
const TRACKS = 5;

/**
 * The corners of a link from the far side of one box to the near side of another. It runs in the lane it leaves while nothing stands
 * there, else in the corridor between two lanes: never behind a box.
 */
export function linkPath(
	{ from, to, place }: Link,
	boxes: readonly Box[],
	{ width, height, gapX, gapY }: Measures,
	rtl: boolean,
): Point[] {
	const onward = rtl ? -1 : 1;
	const [x1, x2] = rtl ? [from.x, to.x + width] : [from.x + width, to.x];
	const [y1, y2] = [from.y + height / 2, to.y + height / 2];
	const bend = x2 - (onward * gapX) / 2;
	const free = boxes.every(
		({ layer, y }) => layer <= from.layer || layer >= to.layer || y !== from.y,
	);
	if (free) {
		return [
			[x1, y1],
			[bend, y1],
			[bend, y2],
			[x2, y2],
		];
	}
	const track = ((place % TRACKS) - (TRACKS - 1) / 2) * (gapY / (TRACKS + 3));
	const corridor = y1 + (y2 < y1 ? -1 : 1) * ((height + gapY) / 2) + track;
	const out = x1 + onward * (gapX / 4 + track);
	return [
		[x1, y1],
		[out, y1],
		[out, corridor],
		[bend, corridor],
		[bend, y2],
		[x2, y2],
	];
}
