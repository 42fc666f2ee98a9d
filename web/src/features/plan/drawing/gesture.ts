import type { Point } from "../shape/plan.ts";
import type { Key } from "../shape/refs.ts";

/** What lies under the pointer, in centimetres of the plan. */
export interface Under {
	point: Point;
	key: Key | null;
	/** A corner of what is chosen. */
	handle: number | null;
	/** Added to what is chosen. */
	more: boolean;
}

/** Something that goes along with the pointer until it is let go. */
export interface Drag {
	move: (at: Point) => void;
	end: () => void;
	cancel: () => void;
}

/** Steps of the arrow keys on a sheet that is never mirrored. */
export const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1],
};
