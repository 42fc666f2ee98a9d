import { noNames } from "@/i18n/names.ts";
import { centreOf, holds, moved } from "../shape/geometry.ts";
import {
	type Hall,
	noServices,
	type Plan,
	type Point,
	type Polygon,
	type Quarter,
	type Stand,
} from "../shape/plan.ts";
import { type Key, type Kind, keyOf, outlineOf, type Ref, refOf } from "../shape/refs.ts";

/** A plan after a change, and what is chosen in it now. */
export interface Changed {
	plan: Plan;
	chosen: Key[];
}

export type Drawn = Exclude<Kind, "entrance">;

const refsOf = (keys: readonly Key[]) => keys.map(refOf).filter((ref) => ref !== null);

/** `A`, `B`, … `Z`, `A2` … */
export function freeHall(plan: Plan): string {
	const taken = new Set(plan.halls.map(({ id }) => id));
	for (let round = 1; ; round += 1)
		for (const letter of "ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
			const id = round === 1 ? letter : `${letter}${round}`;
			if (!taken.has(id)) return id;
		}
}

function freeQuarter(plan: Plan): string {
	const taken = new Set(plan.quarters.map(({ id }) => id));
	let number = plan.quarters.length + 1;
	while (taken.has(`q${number}`)) number += 1;
	return `q${number}`;
}

/** So many numbers that begin with the prefix and nobody has: `A01`, `A02` … */
export function freeNumbers(plan: Plan, prefix: string, count: number): string[] {
	const taken = new Set(plan.stands.map(({ number }) => number));
	const found: string[] = [];
	for (let number = 1; found.length < count; number += 1) {
		const text = `${prefix}${String(number).padStart(2, "0")}`;
		if (!taken.has(text)) found.push(text);
	}
	return found;
}

/** The hall around a point; the first one, when the point is in none. */
export const hallAt = (plan: Plan, point: Point): Hall | undefined =>
	plan.halls.find(({ polygon }) => holds(polygon, point)) ?? plan.halls[0];

export const standOf = (number: string, hall: string, polygon: Polygon): Stand => ({
	number,
	hall,
	polygon,
	services: noServices,
	corner: false,
	open_sides: 0,
});

/** A new thing with this outline and the next free name. */
export function added(plan: Plan, kind: Drawn, polygon: Polygon): Changed {
	if (kind === "hall") {
		const id = freeHall(plan);
		const hall: Hall = { id, name: noNames, prefix: id, polygon, entrances: [] };
		return {
			plan: { ...plan, halls: [...plan.halls, hall] },
			chosen: [keyOf("hall", plan.halls.length)],
		};
	}
	if (kind === "aisle")
		return {
			plan: { ...plan, aisles: [...plan.aisles, { polygon }] },
			chosen: [keyOf("aisle", plan.aisles.length)],
		};
	if (kind === "quarter") {
		const quarter: Quarter = {
			id: freeQuarter(plan),
			name: noNames,
			sectors: [],
			stands: [],
			polygon,
		};
		return {
			plan: { ...plan, quarters: [...plan.quarters, quarter] },
			chosen: [keyOf("quarter", plan.quarters.length)],
		};
	}
	const hall = hallAt(plan, centreOf(polygon));
	const number = freeNumbers(plan, hall?.prefix ?? "", 1)[0] ?? "";
	return {
		plan: { ...plan, stands: [...plan.stands, standOf(number, hall?.id ?? "", polygon)] },
		chosen: [keyOf("stand", plan.stands.length)],
	};
}

/** An entrance of the hall the point is in. */
export function withEntrance(plan: Plan, point: Point): Changed {
	const hall = hallAt(plan, point);
	const at = hall ? plan.halls.indexOf(hall) : -1;
	if (!hall) return { plan, chosen: [] };
	return {
		plan: withHall(plan, at, { entrances: [...hall.entrances, point] }),
		chosen: [keyOf("entrance", at, hall.entrances.length)],
	};
}

/** A hall with other facts; its stands follow it to a new id. */
export function withHall(plan: Plan, at: number, patch: Partial<Hall>): Plan {
	const old = plan.halls[at];
	if (!old) return plan;
	const renamed = patch.id !== undefined && patch.id !== old.id;
	return {
		...plan,
		halls: plan.halls.map((hall, index) => (index === at ? { ...hall, ...patch } : hall)),
		stands: renamed
			? plan.stands.map((stand) =>
					stand.hall === old.id ? { ...stand, hall: patch.id ?? "" } : stand,
				)
			: plan.stands,
	};
}

/** Stands with other facts; quarters that list one follow it to a new number. */
export function withStands(plan: Plan, places: readonly number[], patch: Partial<Stand>): Plan {
	const meant = new Set(places);
	const only = places.length === 1 ? plan.stands[places[0] ?? -1] : undefined;
	const alone = plan.stands.filter((stand) => stand.number === only?.number).length === 1;
	const number = only && alone && patch.number !== only.number ? patch.number : undefined;
	return {
		...plan,
		stands: plan.stands.map((stand, at) => (meant.has(at) ? { ...stand, ...patch } : stand)),
		quarters:
			only && number !== undefined
				? plan.quarters.map((quarter) => ({
						...quarter,
						stands: quarter.stands.map((one) => (one === only.number ? number : one)),
					}))
				: plan.quarters,
	};
}

export const withServices = (
	plan: Plan,
	places: readonly number[],
	patch: Partial<Stand["services"]>,
): Plan => {
	const meant = new Set(places);
	return {
		...plan,
		stands: plan.stands.map((stand, at) =>
			meant.has(at) ? { ...stand, services: { ...stand.services, ...patch } } : stand,
		),
	};
};

export const withQuarter = (plan: Plan, at: number, patch: Partial<Quarter>): Plan => ({
	...plan,
	quarters: plan.quarters.map((quarter, index) =>
		index === at ? { ...quarter, ...patch } : quarter,
	),
});

/** One thing with another outline. */
export function withOutline(plan: Plan, { kind, at }: Ref, polygon: Polygon): Plan {
	if (kind === "hall") return withHall(plan, at, { polygon });
	if (kind === "stand") return withStands(plan, [at], { polygon });
	if (kind === "quarter") return withQuarter(plan, at, { polygon });
	return {
		...plan,
		aisles: plan.aisles.map((aisle, index) => (index === at ? { polygon } : aisle)),
	};
}

/** What goes along with a hall: its stands, and the aisles and quarters in it. */
function alongWith(plan: Plan, hall: Hall): Key[] {
	const within = (polygon: Polygon | null) => !!polygon && holds(hall.polygon, centreOf(polygon));
	return [
		...plan.stands.flatMap((stand, at) => (stand.hall === hall.id ? [keyOf("stand", at)] : [])),
		...plan.aisles.flatMap(({ polygon }, at) => (within(polygon) ? [keyOf("aisle", at)] : [])),
		...plan.quarters.flatMap(({ polygon }, at) => (within(polygon) ? [keyOf("quarter", at)] : [])),
	];
}

/** The chosen things elsewhere; what is in a hall goes along with it. */
export function movedBy(plan: Plan, keys: readonly Key[], dx: number, dy: number): Plan {
	const all = new Set(keys);
	for (const { kind, at } of refsOf(keys)) {
		const hall = kind === "hall" ? plan.halls[at] : undefined;
		if (hall) for (const key of alongWith(plan, hall)) all.add(key);
	}
	const shift = (kind: Kind, at: number, polygon: Polygon) =>
		all.has(keyOf(kind, at)) ? moved(polygon, dx, dy) : polygon;
	return {
		halls: plan.halls.map((hall, at) => ({
			...hall,
			polygon: shift("hall", at, hall.polygon),
			entrances: hall.entrances.map((entrance, part) =>
				all.has(keyOf("hall", at)) || all.has(keyOf("entrance", at, part))
					? { x: entrance.x + dx, y: entrance.y + dy }
					: entrance,
			),
		})),
		aisles: plan.aisles.map(({ polygon }, at) => ({ polygon: shift("aisle", at, polygon) })),
		stands: plan.stands.map((stand, at) => ({
			...stand,
			polygon: shift("stand", at, stand.polygon),
		})),
		quarters: plan.quarters.map((quarter, at) => ({
			...quarter,
			polygon: quarter.polygon && shift("quarter", at, quarter.polygon),
		})),
	};
}

/** The plan without the chosen things; the stands of a hall go with it. */
export function without(plan: Plan, keys: readonly Key[]): Plan {
	const gone = new Set(keys);
	const halls = new Set(
		plan.halls.flatMap(({ id }, at) => (gone.has(keyOf("hall", at)) ? [id] : [])),
	);
	const stays = (stand: Stand, at: number) =>
		!gone.has(keyOf("stand", at)) && !halls.has(stand.hall);
	const lost = new Set(
		plan.stands.flatMap((stand, at) => (stays(stand, at) ? [] : [stand.number])),
	);
	return {
		halls: plan.halls
			.map((hall, at) => ({
				...hall,
				entrances: hall.entrances.filter((_, part) => !gone.has(keyOf("entrance", at, part))),
			}))
			.filter((_, at) => !gone.has(keyOf("hall", at))),
		aisles: plan.aisles.filter((_, at) => !gone.has(keyOf("aisle", at))),
		stands: plan.stands.filter(stays),
		quarters: plan.quarters
			.filter((_, at) => !gone.has(keyOf("quarter", at)))
			.map((quarter) => ({
				...quarter,
				stands: quarter.stands.filter((number) => !lost.has(number)),
			})),
	};
}

/** The chosen things once more, so far beside; copies of stands get free numbers. */
export function copied(plan: Plan, keys: readonly Key[], dx: number, dy: number): Changed {
	let result = plan;
	const chosen: Key[] = [];
	for (const ref of refsOf(keys)) {
		const polygon = outlineOf(plan, ref);
		if (ref.kind === "entrance" || !polygon) continue;
		const one = added(result, ref.kind, moved(polygon, dx, dy));
		result = one.plan;
		chosen.push(...one.chosen);
		const stand = ref.kind === "stand" ? plan.stands[ref.at] : undefined;
		if (stand) {
			const { services, corner, open_sides } = stand;
			result = withStands(result, [result.stands.length - 1], { services, corner, open_sides });
		}
		const quarter = ref.kind === "quarter" ? plan.quarters[ref.at] : undefined;
		if (quarter)
			result = withQuarter(result, result.quarters.length - 1, { sectors: quarter.sectors });
	}
	return { plan: result, chosen };
}
