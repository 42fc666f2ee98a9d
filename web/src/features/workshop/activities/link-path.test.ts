import { describe, expect, it } from "vitest";
import { type Box, linkPath, type Measures, type Point } from "./link-path.ts";

const SIZE: Measures = { width: 100, height: 60, gapX: 40, gapY: 24 };

const box = (layer: number, lane: number, rtl: boolean): Box => ({
	x: (rtl ? -1 : 1) * layer * (SIZE.width + SIZE.gapX),
	y: lane * (SIZE.height + SIZE.gapY),
	layer,
});

/** Whether a straight piece of a link is seen in front of nothing: it touches the inside of no box. */
const clear = ([x1, y1]: Point, [x2, y2]: Point, { x, y }: Box) =>
	Math.max(x1, x2) <= x ||
	Math.min(x1, x2) >= x + SIZE.width ||
	Math.max(y1, y2) <= y ||
	Math.min(y1, y2) >= y + SIZE.height;

describe("a link of the network", () => {
	it("goes straight where nothing stands between", () => {
		const [from, to] = [box(0, 0, false), box(2, 0, false)];
		expect(linkPath({ from, to, place: 0 }, [from, to], SIZE, false).map(([, y]) => y)).toEqual([
			30, 30, 30, 30,
		]);
	});

	it("passes behind no box, whatever stands between, in both directions", () => {
		for (const rtl of [false, true]) {
			const boxes = [0, 1, 2, 3].flatMap((layer) => [0, 1, 2].map((lane) => box(layer, lane, rtl)));
			for (const from of boxes) {
				for (const to of boxes.filter(({ layer }) => layer > from.layer)) {
					for (let place = 0; place < 6; place++) {
						const way = linkPath({ from, to, place }, boxes, SIZE, rtl);
						way.slice(1).forEach((end, index) => {
							const start = way[index] as Point;
							const behind = boxes.filter((one) => !clear(start, end, one));
							expect(behind, `${JSON.stringify([from, to])} ${start} ${end}`).toEqual([]);
						});
					}
				}
			}
		}
	});

	it("keeps links apart that run in the same corridor", () => {
		const boxes = [0, 1, 2].map((layer) => box(layer, 0, false));
		const [from, , to] = boxes as [Box, Box, Box];
		const depth = (place: number) => linkPath({ from, to, place }, boxes, SIZE, false)[2]?.[1];
		expect(new Set([0, 1, 2, 3, 4].map(depth)).size).toBe(5);
	});
});
