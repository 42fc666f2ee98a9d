import shapes from "./wilaya-paths.json";

/** Width and height of the drawing, in its own units. */
export const SIZE = { width: shapes.width, height: shapes.height };
export const PATHS: readonly (readonly [code: string, path: string])[] = Object.entries(
	shapes.paths,
);
/** The crowded north: a part of the whole, as a view box. */
export const NORTH = `${SIZE.width * 0.27} -8 ${SIZE.width * 0.62} ${SIZE.height * 0.33}`;
export const WHOLE = `-8 -8 ${SIZE.width + 16} ${SIZE.height + 16}`;

/** A point in degrees (WGS 84) on the drawing: plate carrée, the projection of the paths. */
export const project = (longitude: number, latitude: number) => ({
	x: (longitude * shapes.lonScale - shapes.x0) * shapes.scale,
	y: (-latitude - shapes.y0) * shapes.scale,
});

/** Upper ends of the classes of the choropleth, spread so that each holds about as many wilayas. */
export function classes(counts: readonly number[], steps = 5): number[] {
	const sorted = counts.filter((count) => count > 0).sort((a, b) => a - b);
	const ends: number[] = [];
	for (let step = 1; step <= steps; step += 1) {
		const end = sorted[Math.ceil((sorted.length * step) / steps) - 1];
		if (end !== undefined && end > (ends.at(-1) ?? 0)) ends.push(end);
	}
	return ends;
}

/** Class of a count: 0 for none, otherwise 1 to the number of classes. */
export const classOf = (count: number, ends: readonly number[]) =>
	count <= 0 ? 0 : 1 + Math.min(ends.findIndex((end) => count <= end) >>> 0, ends.length - 1);
