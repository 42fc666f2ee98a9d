import { type Box, rectangle } from "../shape/geometry.ts";
import type { Plan } from "../shape/plan.ts";
import { keyOf } from "../shape/refs.ts";
import { type Changed, freeNumbers, standOf } from "./changes.ts";

/** Stands of one size beside one another, in one row or in several. */
export interface Rows {
	/** Place of the hall in the list. */
	hall: number;
	/** The upper left corner. */
	x: number;
	y: number;
	/** Stands of a row. */
	count: number;
	rows: number;
	width: number;
	depth: number;
	/** Between stands of a row. */
	gap: number;
	/** Between rows: the aisle visitors walk in, or nothing where stands stand back to back. */
	between: number;
	direction: "right_to_left" | "left_to_right";
}

/** The boxes in the order in which they are numbered, row by row from the top. */
export function boxesOf(rows: Rows): Box[] {
	return Array.from({ length: rows.rows }, (_, row) =>
		Array.from({ length: rows.count }, (_, nth) => {
			const column = rows.direction === "right_to_left" ? rows.count - 1 - nth : nth;
			return {
				x: rows.x + column * (rows.width + rows.gap),
				y: rows.y + row * (rows.depth + rows.between),
				width: rows.width,
				depth: rows.depth,
			};
		}),
	).flat();
}

/** Whether the first or the last of a row: a corner, where nothing is beside. */
const atEnd = (rows: Rows, nth: number) => {
	const column = nth % rows.count;
	return column === 0 || column === rows.count - 1;
};

/** The plan with the rows in it; the ends are corner stands with a side more that is open. */
export function withRows(plan: Plan, rows: Rows): Changed {
	const hall = plan.halls[rows.hall];
	const boxes = boxesOf(rows);
	const numbers = freeNumbers(plan, hall?.prefix ?? "", boxes.length);
	const stands = boxes.map((box, nth) => ({
		...standOf(numbers[nth] ?? "", hall?.id ?? "", rectangle(box)),
		corner: atEnd(rows, nth),
		open_sides: atEnd(rows, nth) ? 2 : 1,
	}));
	return {
		plan: { ...plan, stands: [...plan.stands, ...stands] },
		chosen: stands.map((_, nth) => keyOf("stand", plan.stands.length + nth)),
	};
}
