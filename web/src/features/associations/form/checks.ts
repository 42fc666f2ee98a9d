import * as v from "valibot";
import { today } from "@/i18n/days.ts";
import { degreesOf } from "@/i18n/format.ts";
import { isDate } from "@/ui/date-parts.ts";
import type { FileValues } from "./values.ts";

// Messages are codes; the catalogue speaks. The server checks everything again and knows more.

export type Fault =
	| "required"
	| "arabic"
	| "date"
	| "future"
	| "email"
	| "phone"
	| "url"
	| "exceeds"
	| "order"
	| "latitude"
	| "longitude";

const required = v.pipe(v.string("required"), v.trim(), v.nonEmpty("required"));
const day = v.pipe(
	v.string("required"),
	v.check((value) => isDate(value), "date"),
	v.check((value) => value <= today(), "future"),
);
const optionalDay = v.nullable(day);
const count = v.nullable(v.pipe(v.number(), v.minValue(0, "exceeds")));

const contact = v.pipe(
	v.object({
		kind: v.string(),
		value: v.string(),
		public: v.boolean(),
	}),
	v.rawCheck(({ dataset, addIssue }) => {
		if (!dataset.typed) return;
		const { kind, value } = dataset.value;
		const text = value.trim();
		if (!text) return;
		const rules: Record<string, readonly [RegExp, Fault]> = {
			phone: [/^\+?[\d٠-٩\s().-]{8,20}$/, "phone"],
			email: [/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "email"],
			website: [/^https?:\/\/[^\s]+\.[^\s]+$/i, "url"],
			social: [/^https?:\/\/[^\s]+\.[^\s]+$/i, "url"],
		};
		const rule = rules[kind];
		if (rule && !rule[0].test(text)) {
			addIssue({
				message: rule[1],
				path: [{ type: "object", origin: "value", input: dataset.value, key: "value", value }],
			});
		}
	}),
);

const headcount = v.pipe(
	v.object({
		year: v.pipe(v.number("required"), v.minValue(1900, "date"), v.maxValue(2100, "date")),
		members: v.pipe(v.number("required"), v.minValue(0, "required")),
		women: count,
		under_35: count,
		card_holders: count,
		disabled: count,
	}),
	v.rawCheck(({ dataset, addIssue }) => {
		if (!dataset.typed) return;
		const row = dataset.value;
		for (const key of ["women", "under_35", "card_holders", "disabled"] as const) {
			const part = row[key];
			if (part !== null && part > row.members) {
				addIssue({
					message: "exceeds",
					path: [{ type: "object", origin: "value", input: row, key, value: part }],
				});
			}
		}
	}),
);

const mandate = v.pipe(
	v.object({
		office: v.string("required"),
		person_name: required,
		gender: v.string("required"),
		born_on: optionalDay,
		starts_on: day,
		ends_on: v.nullable(
			v.pipe(
				v.string(),
				v.check((value) => isDate(value), "date"),
			),
		),
		public: v.boolean(),
	}),
	v.forward(
		v.partialCheck(
			[["starts_on"], ["ends_on"]],
			({ starts_on, ends_on }) => ends_on === null || starts_on <= ends_on,
			"order",
		),
		["ends_on"],
	),
);

/** Where founders come from says nothing without how many they are. */
const founders = v.pipe(
	v.object({ count, communes: count, wilayas: count }),
	v.forward(
		v.partialCheck(
			[["count"], ["communes"], ["wilayas"]],
			({ count, communes, wilayas }) => count !== null || (communes === null && wilayas === null),
			"required",
		),
		["count"],
	),
);

/** The box around Algeria, in degrees, as the API checks it. */
const BOX = { latitude: [18, 38], longitude: [-9, 12] } as const;

const seat = v.pipe(
	v.object({
		wilaya_code: v.string("required"),
		commune_code: v.string("required"),
		address: v.string(),
		latitude: v.string(),
		longitude: v.string(),
	}),
	v.rawCheck(({ dataset, addIssue }) => {
		if (!dataset.typed) return;
		const place = dataset.value;
		const [latitude, longitude] = [degreesOf(place.latitude), degreesOf(place.longitude)];
		for (const [key, degrees, other] of [
			["latitude", latitude, longitude],
			["longitude", longitude, latitude],
		] as const) {
			const [least, most] = BOX[key];
			// A point is whole or absent.
			const stands = degrees === null ? other === null : degrees >= least && degrees <= most;
			if (!stands) {
				addIssue({
					message: degrees === null ? "required" : key,
					path: [{ type: "object", origin: "value", input: place, key, value: place[key] }],
				});
			}
		}
	}),
);

/** One schema for each step, so that a step can be left only when it stands. */
export const STEP_SCHEMAS = {
	identity: v.object({
		name: v.object({
			ar: v.pipe(required, v.regex(/\p{Script=Arabic}/u, "arabic")),
			fr: v.string(),
			en: v.string(),
		}),
		level: v.string("required"),
		kind: v.string("required"),
		founded_on: optionalDay,
		founders,
	}),
	legal: v.object({
		legal_regime: v.string("required"),
		// A receipt is whole or absent.
		receipt: v.union([
			v.object({ number: v.literal(""), date: v.null(), authority: v.literal("") }),
			v.object({ number: required, date: day, authority: required }),
		]),
	}),
	seat: v.object({
		seat,
	}),
	crafts: v.object({ craft_sectors: v.pipe(v.array(v.string()), v.minLength(1, "required")) }),
	people: v.object({ headcounts: v.array(headcount) }),
	board: v.object({ mandates: v.array(mandate) }),
	contacts: v.object({ contacts: v.array(contact) }),
} as const;

export type Step = keyof typeof STEP_SCHEMAS;
export const STEPS = Object.keys(STEP_SCHEMAS) as Step[];

/** Faults by pointer, the first of each field. */
export function faultsOf(step: Step, values: FileValues): Record<string, Fault> {
	const found: Record<string, Fault> = {};
	const result = v.safeParse(STEP_SCHEMAS[step], values);
	for (const issue of result.issues ?? []) {
		const pointer = `/${(v.getDotPath(issue) ?? "").replaceAll(".", "/")}`;
		found[pointer] ??= issue.message as Fault;
	}
	return found;
}

/** Where each part of a file is asked for, so that a word of the server opens the right step. */
const HOMES: Readonly<Record<string, Step>> = {
	name: "identity",
	acronym: "identity",
	level: "identity",
	kind: "identity",
	founded_on: "identity",
	founders: "identity",
	legal_regime: "legal",
	receipt: "legal",
	seat: "seat",
	territory: "seat",
	craft_sectors: "crafts",
	craft_activities: "crafts",
	headcounts: "people",
	mandates: "board",
	contacts: "contacts",
};
export const stepOf = (pointer: string): Step | undefined => HOMES[pointer.split("/")[1] ?? ""];
