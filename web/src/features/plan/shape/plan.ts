import { type Names, noNames } from "@/i18n/names.ts";

/** Centimetres: `x` to the right, `y` downwards, in every language. */
export interface Point {
	x: number;
	y: number;
}

export type Polygon = readonly Point[];

export interface Hall {
	id: string;
	name: Names;
	/** What the numbers of its stands begin with. */
	prefix: string;
	polygon: Polygon;
	entrances: readonly Point[];
}

export interface Aisle {
	polygon: Polygon;
}

export interface Services {
	power_w: number;
	water: boolean;
	fire: boolean;
}

export interface Stand {
	number: string;
	hall: string;
	polygon: Polygon;
	services: Services;
	corner: boolean;
	/** 0 when nobody has counted them. */
	open_sides: number;
}

export interface Quarter {
	id: string;
	name: Names;
	sectors: readonly string[];
	stands: readonly string[];
	polygon: Polygon | null;
}

/** A plan with nothing left unsaid, as it is drawn and edited. */
export interface Plan {
	halls: readonly Hall[];
	aisles: readonly Aisle[];
	stands: readonly Stand[];
	quarters: readonly Quarter[];
}

export const noPlan: Plan = { halls: [], aisles: [], stands: [], quarters: [] };
export const noServices: Services = { power_w: 0, water: false, fire: false };

/** The limits of a plan, as the server has them. */
export const MOST = { halls: 50, aisles: 1000, stands: 2000, quarters: 200 } as const;

type SentNames = { ar: string; fr?: string | null; en?: string | null };

/** A plan as it is sent: what has its usual value may be left out. */
export interface SentPlan {
	halls?: {
		id: string;
		name?: SentNames | null;
		prefix?: string;
		polygon: Point[];
		entrances?: Point[];
	}[];
	aisles?: { polygon: Point[] }[];
	stands?: {
		number: string;
		hall: string;
		polygon: Point[];
		services?: Partial<Services>;
		corner?: boolean;
		open_sides?: number;
	}[];
	quarters?: {
		id: string;
		name?: SentNames | null;
		sectors?: string[];
		stands?: string[];
		polygon?: Point[] | null;
	}[];
}

const namesOf = (sent: SentNames | null | undefined): Names =>
	sent ? { ar: sent.ar, fr: sent.fr ?? "", en: sent.en ?? "" } : noNames;

/** A plan of the server with its usual values filled in. */
export const planOf = (sent: SentPlan): Plan => ({
	halls: (sent.halls ?? []).map((hall) => ({
		id: hall.id,
		name: namesOf(hall.name),
		prefix: hall.prefix ?? "",
		polygon: hall.polygon,
		entrances: hall.entrances ?? [],
	})),
	aisles: (sent.aisles ?? []).map(({ polygon }) => ({ polygon })),
	stands: (sent.stands ?? []).map((stand) => ({
		number: stand.number,
		hall: stand.hall,
		polygon: stand.polygon,
		services: { ...noServices, ...stand.services },
		corner: stand.corner ?? false,
		open_sides: stand.open_sides ?? 0,
	})),
	quarters: (sent.quarters ?? []).map((quarter) => ({
		id: quarter.id,
		name: namesOf(quarter.name),
		sectors: quarter.sectors ?? [],
		stands: quarter.stands ?? [],
		polygon: quarter.polygon ?? null,
	})),
});

const sentNames = ({ ar, fr, en }: Names) =>
	ar.trim() || fr.trim() || en.trim()
		? {
				name: {
					ar: ar.trim(),
					...(fr.trim() ? { fr: fr.trim() } : {}),
					...(en.trim() ? { en: en.trim() } : {}),
				},
			}
		: {};

/** What the server is sent. */
export const sentOf = (plan: Plan) => ({
	halls: plan.halls.map(({ id, name, prefix, polygon, entrances }) => ({
		id,
		...sentNames(name),
		...(prefix ? { prefix } : {}),
		polygon: [...polygon],
		...(entrances.length > 0 ? { entrances: [...entrances] } : {}),
	})),
	aisles: plan.aisles.map(({ polygon }) => ({ polygon: [...polygon] })),
	stands: plan.stands.map((stand) => ({ ...stand, polygon: [...stand.polygon] })),
	quarters: plan.quarters.map(({ id, name, sectors, stands, polygon }) => ({
		id,
		...sentNames(name),
		sectors: [...sectors],
		...(stands.some(Boolean) ? { stands: stands.filter(Boolean) } : {}),
		...(polygon ? { polygon: [...polygon] } : {}),
	})),
});

/** Whether two plans say the same. */
export const samePlan = (a: Plan, b: Plan) =>
	a === b || JSON.stringify(sentOf(a)) === JSON.stringify(sentOf(b));
