import { describe, expect, it } from "vitest";
import { noPlan } from "../shape/plan.ts";
import { lines } from "./shapes.tsx";
import { shows, towards, whole, zoomed } from "./view.ts";

const view = { x: 0, y: 0, width: 1000, depth: 500 };

describe("what is seen", () => {
	it("is an empty hall where nothing is drawn", () => {
		expect(whole(noPlan).width).toBeGreaterThan(0);
	});

	it("comes nearer about a point that stays", () => {
		expect(zoomed(view, 0.5, { x: 200, y: 100 })).toEqual({
			x: 100,
			y: 50,
			width: 500,
			depth: 250,
		});
		expect(zoomed(view, 0.0001).width).toBe(200);
	});

	it("goes to a thing without going farther away", () => {
		const box = { x: 900, y: 400, width: 30, depth: 30 };
		const near = towards(view, box);
		expect(shows(near, box)).toBe(true);
		expect([near.width, near.depth]).toEqual([300, 150]);
		expect(towards({ ...view, width: 100, depth: 50 }, box).width).toBe(100);
	});
});

describe("a name in a stand", () => {
	it("takes as many lines as there are, and is cut where they end", () => {
		expect(lines("جمعية النحاس", 20, 2)).toEqual(["جمعية النحاس"]);
		expect(lines("جمعية أنامل القصبة للفخار", 12, 2)).toEqual(["جمعية أنامل", "القصبة للفخ…"]);
		expect(lines("واحد اثنان ثلاثة", 6, 2)).toEqual(["واحد", "اثنان…"]);
	});
});
