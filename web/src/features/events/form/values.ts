import type { Event, EventInput, EventKind, EventScale } from "@/api/gen/types.gen.ts";
import { latinDigits } from "@/i18n/format.ts";
import { isTime, timeOf } from "@/i18n/hours.ts";
import { type Names, namesOf, noNames, textOf } from "@/i18n/names.ts";
import { isDate } from "@/ui/date-parts.ts";

export interface HoursTyped {
	on: string | null;
	opens: string;
	closes: string;
}

export interface EntryTyped {
	on: string | null;
	from: string;
	until: string;
	title: Names;
}

/** An event as it is typed: nothing is lost for being unfinished. */
export interface EventTyped {
	kind: EventKind | null;
	scale: EventScale | null;
	name: Names;
	description: Names;
	wilaya: string | null;
	commune: string | null;
	venue: Names;
	hall: Names;
	latitude: string;
	longitude: string;
	startsOn: string | null;
	endsOn: string | null;
	hours: HoursTyped[];
	crafts: string[];
	programme: EntryTyped[];
	coOrganisers: string[];
	email: string;
	phone: string;
}

export const blank: EventTyped = {
	kind: null,
	scale: null,
	name: noNames,
	description: noNames,
	wilaya: null,
	commune: null,
	venue: noNames,
	hall: noNames,
	latitude: "",
	longitude: "",
	startsOn: null,
	endsOn: null,
	hours: [{ on: null, opens: "", closes: "" }],
	crafts: [],
	programme: [],
	coOrganisers: [],
	email: "",
	phone: "",
};

export const fromEvent = (event: Event): EventTyped => ({
	kind: event.kind,
	scale: event.scale,
	name: namesOf(event.name),
	description: event.description ? namesOf(event.description) : noNames,
	wilaya: event.wilaya_code,
	commune: event.place.commune_code,
	venue: namesOf(event.place.venue),
	hall: event.place.hall ? namesOf(event.place.hall) : noNames,
	latitude: event.place.latitude?.toString() ?? "",
	longitude: event.place.longitude?.toString() ?? "",
	startsOn: event.starts_on,
	endsOn: event.ends_on,
	hours: (event.hours ?? []).map(({ on, opens, closes }) => ({ on: on ?? null, opens, closes })),
	crafts: event.craft_sectors ?? [],
	programme: (event.programme ?? []).map(({ on, from, until, title }) => ({
		on,
		from: from ?? "",
		until: until ?? "",
		title: namesOf(title),
	})),
	coOrganisers: event.co_organiser_ids ?? [],
	email: event.contact_email ?? "",
	phone: event.contact_phone ?? "",
});

const degrees = (typed: string): number | null =>
	typed.trim() ? Number(latinDigits(typed.trim()).replace(/[,٫]/, ".")) : null;

const isBlank = ({ ar, fr, en }: Names) => !`${ar}${fr}${en}`.trim();
const optional = (names: Names) => (isBlank(names) ? null : textOf(names));
/** A row nobody has begun is no row. */
const isHours = ({ on, opens, closes }: HoursTyped) => !!(on || opens.trim() || closes.trim());

export type Fault = "required" | "date" | "time" | "number";

/** What can be said before the server is asked, by pointer into what would be sent. */
export function faultsOf(typed: EventTyped): Record<string, Fault> {
	const faults: Record<string, Fault> = {};
	const need = (pointer: string, there: unknown) => {
		if (!there) faults[pointer] = "required";
	};
	const day = (pointer: string, value: string | null, needed: boolean) => {
		if (value === null) need(pointer, !needed);
		else if (!isDate(value)) faults[pointer] = "date";
	};
	const time = (pointer: string, value: string, needed: boolean) => {
		if (!value.trim()) need(pointer, !needed);
		else if (!isTime(value)) faults[pointer] = "time";
	};
	need("/kind", typed.kind);
	need("/scale", typed.scale);
	need("/name/ar", typed.name.ar.trim());
	need("/description/ar", isBlank(typed.description) || typed.description.ar.trim());
	need("/place/commune_code", typed.commune);
	need("/place/venue/ar", typed.venue.ar.trim());
	need("/place/hall/ar", isBlank(typed.hall) || typed.hall.ar.trim());
	for (const axis of ["latitude", "longitude"] as const)
		if (Number.isNaN(degrees(typed[axis]))) faults[`/place/${axis}`] = "number";
	day("/starts_on", typed.startsOn, true);
	day("/ends_on", typed.endsOn, true);
	typed.hours.filter(isHours).forEach((row, index) => {
		day(`/hours/${index}/on`, row.on, false);
		time(`/hours/${index}/opens`, row.opens, true);
		time(`/hours/${index}/closes`, row.closes, true);
	});
	typed.programme.forEach((row, index) => {
		day(`/programme/${index}/on`, row.on, true);
		time(`/programme/${index}/from`, row.from, false);
		time(`/programme/${index}/until`, row.until, false);
		need(`/programme/${index}/title/ar`, row.title.ar.trim());
	});
	return faults;
}

/** What is sent, once nothing is missing; nothing before. */
export function toInput(typed: EventTyped): EventInput | undefined {
	const { kind, scale, commune, startsOn, endsOn } = typed;
	if (!kind || !scale || !commune || !startsOn || !endsOn) return undefined;
	return {
		kind,
		scale,
		name: textOf(typed.name),
		description: optional(typed.description),
		co_organiser_ids: typed.coOrganisers,
		place: {
			commune_code: commune,
			venue: textOf(typed.venue),
			hall: optional(typed.hall),
			latitude: degrees(typed.latitude),
			longitude: degrees(typed.longitude),
		},
		starts_on: startsOn,
		ends_on: endsOn,
		hours: typed.hours
			.filter(isHours)
			.map(({ on, opens, closes }) => ({ on, opens: timeOf(opens), closes: timeOf(closes) })),
		craft_sectors: typed.crafts,
		programme: typed.programme.map(({ on, from, until, title }) => ({
			on: on ?? "",
			from: timeOf(from) || null,
			until: timeOf(until) || null,
			title: textOf(title),
		})),
		contact_email: typed.email.trim() || null,
		contact_phone: latinDigits(typed.phone.trim()) || null,
	};
}
