import { describe, expect, it } from "vitest";
import { areaOf, boxOf, centreOf, holds, rectangle, snap, withCorner } from "./geometry.ts";
import { keyAt } from "./refs.ts";

const box = { x: 100, y: 200, width: 300, depth: 400 };
const L = [
	{ x: 0, y: 0 },
	{ x: 200, y: 0 },
	{ x: 200, y: 100 },
	{ x: 100, y: 100 },
	{ x: 100, y: 200 },
	{ x: 0, y: 200 },
];

describe("geometry", () => {
	it("measures areas and centres in either turning direction", () => {
		expect([areaOf(L), areaOf(L.toReversed())]).toEqual([30_000, 30_000]);
		expect(centreOf(rectangle(box))).toEqual({ x: 250, y: 400 });
	});

	it("knows a rectangle", () => {
		expect(boxOf(rectangle(box).toReversed())).toEqual(box);
		expect(boxOf(L)).toBeNull();
		const [a, b, c, d] = rectangle(box);
		expect(a && b && c && d && boxOf([a, c, b, d])).toBeNull();
	});

	it("counts the outline as inside", () => {
		expect(holds(L, { x: 200, y: 50 })).toBe(true);
		expect(holds(L, { x: 150, y: 150 })).toBe(false);
		expect(holds(L, { x: 50, y: 150 })).toBe(true);
	});

	it("keeps a rectangle one when a corner moves", () => {
		const wider = withCorner(rectangle(box), 2, { x: 500, y: 700 });
		expect(boxOf(wider)).toEqual({ x: 100, y: 200, width: 400, depth: 500 });
		expect(withCorner(rectangle(box), 2, { x: 100, y: 700 })).toEqual(rectangle(box));
		expect(withCorner(L, 0, { x: -5, y: 0 })[0]).toEqual({ x: -5, y: 0 });
	});

	it("snaps to the grid", () => {
		expect([snap(126, 50), snap(124, 50), snap(12.6, 1)]).toEqual([150, 100, 13]);
	});
});

describe("pointers of the server", () => {
	it("name things of the plan", () => {
		expect(keyAt("/stands/3/polygon")).toBe("stand/3");
		expect(keyAt("/halls/0/entrances/1")).toBe("entrance/0/1");
		expect(keyAt("/aisles")).toBeNull();
	});
});
