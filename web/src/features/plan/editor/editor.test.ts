import { describe, expect, it } from "vitest";
import { rectangle } from "../shape/geometry.ts";
import { noPlan, type Plan, planOf, sentOf } from "../shape/plan.ts";
import { added, copied, movedBy, withEntrance, withHall, without, withStands } from "./changes.ts";
import { historyOf, step } from "./history.ts";
import { withRows } from "./rows.ts";

const square = (x: number, y: number, width = 300, depth = 300) =>
	rectangle({ x, y, width, depth });
const hall = added(noPlan, "hall", square(0, 0, 1200, 900)).plan;
const ROWS = {
	hall: 0,
	x: 0,
	y: 0,
	count: 3,
	rows: 1,
	width: 300,
	depth: 300,
	gap: 0,
	between: 0,
	direction: "right_to_left" as const,
};
const numbers = (plan: Plan) => plan.stands.map(({ number }) => number);

describe("what is added", () => {
	it("gets the next free name", () => {
		expect(hall.halls[0]).toMatchObject({ id: "A", prefix: "A" });
		expect(added(hall, "hall", square(2000, 0)).plan.halls[1]?.id).toBe("B");
		const { plan, chosen } = added(hall, "stand", square(0, 0));
		expect(plan.stands[0]).toMatchObject({ number: "A01", hall: "A" });
		expect(chosen).toEqual(["stand/0"]);
	});

	it("belongs to the hall around it", () => {
		const two = added(hall, "hall", square(2000, 0, 1000, 1000)).plan;
		expect(added(two, "stand", square(2100, 100)).plan.stands[0]).toMatchObject({
			number: "B01",
			hall: "B",
		});
		expect(withEntrance(two, { x: 2000, y: 500 }).plan.halls[1]?.entrances).toHaveLength(1);
	});
});

describe("a row of stands", () => {
	it("is numbered in the reading direction, and its ends are corners", () => {
		const { plan } = withRows(hall, ROWS);
		expect(numbers(plan)).toEqual(["A01", "A02", "A03"]);
		expect(plan.stands.map(({ polygon }) => polygon[0]?.x)).toEqual([600, 300, 0]);
		expect(plan.stands.map(({ corner }) => corner)).toEqual([true, false, true]);
	});

	it("leaves out numbers that are taken, and goes on in the next row", () => {
		const { plan } = withRows(withRows(hall, ROWS).plan, {
			...ROWS,
			y: 300,
			rows: 2,
			between: 200,
			direction: "left_to_right",
		});
		expect(numbers(plan).slice(3)).toEqual(["A04", "A05", "A06", "A07", "A08", "A09"]);
		expect(plan.stands[6]?.polygon[0]).toEqual({ x: 0, y: 800 });
	});
});

describe("changes", () => {
	const row = withRows(hall, ROWS).plan;
	const listed: Plan = {
		...row,
		quarters: [
			{ id: "q1", name: { ar: "", fr: "", en: "" }, sectors: [], stands: ["A01"], polygon: null },
		],
	};

	it("carry names along", () => {
		expect(withHall(row, 0, { id: "H" }).stands.every((stand) => stand.hall === "H")).toBe(true);
		expect(withStands(listed, [0], { number: "X" }).quarters[0]?.stands).toEqual(["X"]);
		expect(without(listed, ["stand/0"]).quarters[0]?.stands).toEqual([]);
	});

	it("take along what is in a hall", () => {
		const there = movedBy(row, ["hall/0"], 100, 50);
		expect(there.stands[2]?.polygon[0]).toEqual({ x: 100, y: 50 });
		expect(without(row, ["hall/0"])).toEqual(noPlan);
	});

	it("copy stands with what they offer", () => {
		const wet = withStands(row, [0], { services: { power_w: 500, water: true, fire: false } });
		const { plan, chosen } = copied(wet, ["stand/0"], 0, 300);
		expect(chosen).toEqual(["stand/3"]);
		expect(plan.stands[3]).toMatchObject({ number: "A04", services: { water: true } });
	});

	it("are sent without what says nothing, and come back whole", () => {
		expect(sentOf(listed).halls[0]).not.toHaveProperty("name");
		expect(planOf(sentOf(listed))).toEqual(listed);
	});
});

describe("steps", () => {
	it("are taken back and again", () => {
		let history = historyOf(noPlan);
		history = step(history, { do: "change", plan: hall, chosen: ["hall/0"] });
		expect(history.chosen).toEqual(["hall/0"]);
		history = step(history, { do: "undo" });
		expect([history.plan, history.chosen]).toEqual([noPlan, []]);
		history = step(history, { do: "redo" });
		expect(history.plan).toBe(hall);
	});

	it("of one typing are one", () => {
		let history = historyOf(hall);
		for (const prefix of ["B", "BA", "BAB"])
			history = step(history, {
				do: "change",
				plan: withHall(history.plan, 0, { prefix }),
				same: "prefix",
			});
		expect(step(history, { do: "undo" }).plan).toBe(hall);
	});
});
