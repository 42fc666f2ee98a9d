import type { Plan, Point, Polygon } from "./plan.ts";

export const KINDS = ["hall", "aisle", "stand", "quarter", "entrance"] as const;
export type Kind = (typeof KINDS)[number];

/** One thing of a plan by its place in the list of its kind; an entrance by its hall and its place there. */
export interface Ref {
	kind: Kind;
	at: number;
	/** The place of an entrance within its hall. */
	part: number;
}

/** A name of a thing for sets and attributes: `stand/3`, `entrance/0/1`. */
export type Key = string;

export const keyOf = (kind: Kind, at: number, part = 0): Key =>
	kind === "entrance" ? `${kind}/${at}/${part}` : `${kind}/${at}`;

export function refOf(key: Key): Ref | null {
	const [name, at, part] = key.split("/");
	const kind = KINDS.find((one) => one === name);
	return kind && at !== undefined ? { kind, at: Number(at), part: Number(part ?? 0) } : null;
}

const LISTS: Readonly<Record<string, Kind>> = {
	halls: "hall",
	aisles: "aisle",
	stands: "stand",
	quarters: "quarter",
};

/** What a pointer of the server is about: `/stands/3/polygon/0` is stand 3. */
export function keyAt(pointer: string): Key | null {
	const [, list, at, part, index] = pointer.split("/");
	const kind = LISTS[list ?? ""];
	if (!kind || at === undefined || !/^\d+$/.test(at)) return null;
	if (part === "entrances" && index !== undefined)
		return keyOf("entrance", Number(at), Number(index));
	return keyOf(kind, Number(at));
}

/** The outline of a thing; nothing for an entrance, and for a quarter that only lists its stands. */
export function outlineOf(plan: Plan, { kind, at }: Ref): Polygon | null {
	if (kind === "hall") return plan.halls[at]?.polygon ?? null;
	if (kind === "aisle") return plan.aisles[at]?.polygon ?? null;
	if (kind === "stand") return plan.stands[at]?.polygon ?? null;
	if (kind === "quarter") return plan.quarters[at]?.polygon ?? null;
	return null;
}

export const entranceOf = (plan: Plan, { kind, at, part }: Ref): Point | null =>
	kind === "entrance" ? (plan.halls[at]?.entrances[part] ?? null) : null;

/** Whether the plan has such a thing. */
export function exists(plan: Plan, key: Key): boolean {
	const ref = refOf(key);
	if (!ref) return false;
	if (ref.kind === "quarter") return ref.at < plan.quarters.length;
	return outlineOf(plan, ref) !== null || entranceOf(plan, ref) !== null;
}

/** Every key of one kind. */
export function keysOf(plan: Plan, kind: Kind): Key[] {
	if (kind === "entrance")
		return plan.halls.flatMap((hall, at) =>
			hall.entrances.map((_, part) => keyOf("entrance", at, part)),
		);
	const counts = {
		hall: plan.halls.length,
		aisle: plan.aisles.length,
		stand: plan.stands.length,
		quarter: plan.quarters.length,
	};
	return Array.from({ length: counts[kind] }, (_, at) => keyOf(kind, at));
}

/** Every point of the plan, to see how far it reaches. */
export function* pointsOf(plan: Plan): Generator<Point> {
	for (const hall of plan.halls) {
		yield* hall.polygon;
		yield* hall.entrances;
	}
	for (const { polygon } of plan.aisles) yield* polygon;
	for (const { polygon } of plan.stands) yield* polygon;
	for (const { polygon } of plan.quarters) yield* polygon ?? [];
}
