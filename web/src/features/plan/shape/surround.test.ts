import { expect, it } from "vitest";
import { boundsOf, centreOf, holds, rectangle } from "./geometry.ts";
import { planOf } from "./plan.ts";
import { hullOf, linesAround } from "./surround.ts";

const stand = (number: string, x: number, y = 0, hall = "A") => ({
	number,
	hall,
	polygon: [...rectangle({ x, y, width: 300, depth: 300 })],
});
const lines = (listed: string[], stands: ReturnType<typeof stand>[]) => {
	const plan = planOf({ stands, quarters: [{ id: "q", stands: listed }] });
	return plan.quarters.flatMap((quarter) => linesAround(plan, quarter));
};

it("a hull has no dent and no corner more than it needs", () => {
	const box = rectangle({ x: 0, y: 0, width: 4, depth: 4 });
	expect(new Set(hullOf([...box, { x: 2, y: 2 }, { x: 2, y: 0 }]))).toEqual(new Set(box));
});

it("one line goes around stands side by side, and across the aisle, a little within their edge", () => {
	const [line, ...more] = lines(
		["1", "2", "3"],
		[stand("1", 0), stand("2", 300), stand("3", 0, 600)],
	);
	expect(more).toEqual([]);
	expect(boundsOf(line ?? [])).toEqual({ x: 15, y: 15, width: 570, depth: 870 });
});

it("no line takes in a stand that is not of the quarter, nor goes from hall to hall", () => {
	const row = [stand("1", 0), stand("2", 300), stand("3", 600)];
	const found = lines(["1", "3"], row);
	expect(found).toHaveLength(2);
	const stranger = centreOf(row[1]?.polygon ?? []);
	expect(found.some((line) => holds(line, stranger))).toBe(false);
	expect(lines(["1", "2"], [stand("1", 0), stand("2", 300, 0, "B")])).toHaveLength(2);
	// Its edge is enough.
	const between = stand("2", 200, 300);
	expect(lines(["1", "3"], [stand("1", 0), between, stand("3", 0, 600)])).toHaveLength(2);
});

it("a quarter with an outline of its own needs none, nor does one without a stand", () => {
	const polygon = [...rectangle({ x: 0, y: 0, width: 300, depth: 300 })];
	const plan = planOf({
		stands: [stand("1", 0)],
		quarters: [
			{ id: "drawn", stands: ["1"], polygon },
			{ id: "gone", stands: ["9"] },
		],
	});
	expect(plan.quarters.flatMap((quarter) => linesAround(plan, quarter))).toEqual([]);
});
