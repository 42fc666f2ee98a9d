import type {
	ActivityInput,
	Predecessor,
	ProjectActivity,
	WorkMeasure,
} from "@/api/gen/types.gen.ts";
import { latinDigits } from "@/i18n/format.ts";
import type { Locale } from "@/i18n/locale.ts";
import { type Limits, limitsOf } from "./limits.ts";

export const FIELDS = [
	"code",
	"name",
	"duration",
	"predecessors",
	"optimistic",
	"likely",
	"pessimistic",
] as const;
/** Where the table keeps the name in each language; one language is shown at a time. */
export const NAMES = { ar: "name", fr: "nameFr", en: "nameEn" } as const;
export type FieldName = (typeof FIELDS)[number] | (typeof NAMES)[Locale];

/** The columns, with the names in one language. */
export const columnsIn = (language: Locale): readonly FieldName[] =>
	FIELDS.map((field) => (field === "name" ? NAMES[language] : field));

/** One activity as it stands in the table: everything as typed. */
export interface Row extends Record<FieldName, string> {
	key: string;
	milestone: boolean;
	/** Name of its own calendar; empty for the project's. */
	calendar: string;
	/** How its work is measured; in per cent when null. */
	measure: WorkMeasure | null;
	/** What limits its dates, and the remark. */
	limits: Limits;
	/** What the table does not show goes back to the server as it came. */
	source: ActivityInput | null;
}

let made = 0;
export const emptyRow = (): Row => ({
	key: `new-${++made}`,
	code: "",
	name: "",
	nameFr: "",
	nameEn: "",
	duration: "",
	predecessors: "",
	optimistic: "",
	likely: "",
	pessimistic: "",
	milestone: false,
	calendar: "",
	measure: null,
	limits: limitsOf(null),
	source: null,
});

/** A code no other row has: one more than the last number, after the same letters. */
export function nextCode(rows: readonly Row[]): string {
	const last = rows.at(-1)?.code ?? "";
	const match = /^(.*?)(\d+)$/.exec(last);
	const [stem, from] = match ? [match[1] ?? "", Number(match[2])] : ["A", rows.length];
	const taken = new Set(rows.map(({ code }) => code));
	let number = from + 1;
	while (taken.has(`${stem}${number}`)) number += 1;
	return `${stem}${number}`;
}

/** "SS+2" of a link that is not plain, "+2" of one that only waits. */
export function writeKind({ type, lag_days, lag_minutes }: Predecessor): string {
	const lag = lag_days ?? lag_minutes ?? 0;
	const kind = !type || type === "fs" ? "" : type.toUpperCase();
	return `${kind}${lag > 0 ? "+" : ""}${lag === 0 ? "" : lag}${lag !== 0 && lag_minutes ? "m" : ""}`;
}

/** "A1, A2 SS+2, A3 FS-1": what an activity waits for, as it is written. "A3-1" may be the code of another one. */
export const writePredecessors = (links: readonly Predecessor[]): string =>
	links
		.map(({ code, type, lag_days, lag_minutes }) => {
			const lag = lag_days ?? lag_minutes ?? 0;
			const plain = (!type || type === "fs") && lag >= 0;
			const kind = plain ? "" : ` ${(type ?? "fs").toUpperCase()}`;
			const unit = lag_minutes ? "m" : "";
			return `${code}${kind}${lag > 0 ? "+" : ""}${lag === 0 ? "" : `${lag}${unit}`}`;
		})
		.join(", ");

const LINK = /^(.+?)(?:\s+(fs|ss|ff|sf))?\s*(?:([+\-−])\s*(\d+(?:\.\d+)?)\s*(m?))?$/i;

/** Reads what `writePredecessors` writes; a code that is there is taken whole, also one with a dash. */
export function readPredecessors(typed: string, codes: ReadonlySet<string>): Predecessor[] {
	return latinDigits(typed)
		.split(/[,;،؛]/)
		.map((part) => part.trim())
		.filter(Boolean)
		.map((part): Predecessor => {
			if (codes.has(part)) return { code: part };
			const [, code = part, type, sign, size, unit] = LINK.exec(part) ?? [];
			const lag = Number(size ?? 0) * (sign === "+" ? 1 : -1);
			const kind = type?.toLowerCase() as Predecessor["type"];
			return {
				code: code.trim(),
				...(kind ? { type: kind } : {}),
				...(size ? (unit ? { lag_minutes: lag } : { lag_days: lag }) : {}),
			};
		});
}

const shown = (value: number | null | undefined) => (value == null ? "" : String(value));

export function fromActivity(activity: ProjectActivity): Row {
	const { version: _, ...source } = activity;
	const { estimate } = source;
	return {
		key: source.id ?? source.code,
		code: source.code,
		name: source.name.ar,
		nameFr: source.name.fr ?? "",
		nameEn: source.name.en ?? "",
		duration:
			source.duration_minutes == null ? shown(source.duration_days) : `${source.duration_minutes}m`,
		predecessors: writePredecessors(source.predecessors ?? []),
		optimistic: shown(estimate?.optimistic),
		likely: shown(estimate?.most_likely),
		pessimistic: shown(estimate?.pessimistic),
		milestone: source.milestone ?? false,
		calendar: source.calendar ?? "",
		measure: source.measure ?? null,
		limits: limitsOf(source),
		source,
	};
}

/** A number of days or, with `m`, of minutes; `undefined` when it is neither. */
function readDuration(typed: string): { days?: number; minutes?: number } | undefined {
	const match = /^(-?\d+(?:[.,٫]\d+)?)\s*(m?)$/.exec(latinDigits(typed).trim());
	if (!match) return typed.trim() === "" ? {} : undefined;
	const value = Number(match[1]?.replace(/[,٫]/, "."));
	return match[2] ? { minutes: value } : { days: value };
}

export type Fault = "duration" | "number" | "estimate" | "order";
/** What cannot be read, by row and field: it never leaves for the server. */
export type Faults = Readonly<Record<string, Fault>>;

/** The network as the server takes it, or what in it is not a number. */
export function toActivities(rows: readonly Row[]): {
	activities: ActivityInput[];
	faults: Faults;
} {
	const codes = new Set(rows.map(({ code }) => code.trim()));
	const faults: Record<string, Fault> = {};
	const activities = rows.map((row, index): ActivityInput => {
		const duration = readDuration(row.duration);
		if (!duration) faults[`${index}/duration`] = "duration";
		const points = (["optimistic", "likely", "pessimistic"] as const).map((field) => {
			const read = readDuration(row[field]);
			if (!read || read.minutes !== undefined) faults[`${index}/${field}`] = "number";
			return read?.days;
		});
		const [optimistic, most_likely, pessimistic] = points;
		const complete =
			optimistic !== undefined && most_likely !== undefined && pessimistic !== undefined;
		if (!complete && points.some((point) => point !== undefined)) {
			const missing = (["optimistic", "likely", "pessimistic"] as const)[points.indexOf(undefined)];
			faults[`${index}/${missing}`] ??= "estimate";
		}
		if (complete && most_likely < optimistic) faults[`${index}/likely`] ??= "order";
		if (complete && pessimistic < most_likely) faults[`${index}/pessimistic`] ??= "order";
		return {
			...row.source,
			...row.limits,
			code: row.code.trim(),
			name: {
				ar: row.name.trim(),
				fr: row.nameFr.trim() || null,
				en: row.nameEn.trim() || null,
			},
			duration_days: row.milestone ? null : (duration?.days ?? null),
			duration_minutes: row.milestone ? null : (duration?.minutes ?? null),
			estimate: complete && !row.milestone ? { optimistic, most_likely, pessimistic } : null,
			milestone: row.milestone,
			calendar: row.calendar || null,
			measure: row.measure,
			predecessors: readPredecessors(row.predecessors, codes),
		};
	});
	return { activities, faults };
}

/** Where in the table the server's word on a pointer belongs. */
export function placeOf(pointer: string): string | undefined {
	const [, list, index, field, part] = pointer.split("/");
	if (list !== "activities" || index === undefined) return undefined;
	if (field === "name") return `${index}/${part === "fr" || part === "en" ? NAMES[part] : field}`;
	const whole = ["predecessors", "calendar", "measure", "constraint", "deadline", "note"];
	if (field && whole.includes(field)) return `${index}/${field}`;
	if (field?.startsWith("duration")) return `${index}/duration`;
	if (field === "estimate") {
		const at = part === "most_likely" ? "likely" : part;
		return `${index}/${at === "pessimistic" || at === "likely" ? at : "optimistic"}`;
	}
	return `${index}/code`;
}

/** Lays pasted cells over the table from one cell on; rows that are not there are made. */
export function paste(
	rows: readonly Row[],
	at: number,
	field: FieldName,
	text: string,
	columns: readonly FieldName[] = FIELDS,
): Row[] {
	const cells = text
		.replace(/\r\n?/g, "\n")
		.replace(/\n$/, "")
		.split("\n")
		.map((line) => line.split("\t"));
	const from = columns.indexOf(field);
	const result = [...rows];
	cells.forEach((line, offset) => {
		const row: Row = { ...(result[at + offset] ?? emptyRow()) };
		line.forEach((cell, shift) => {
			const name = columns[from + shift];
			if (name) row[name] = cell.trim();
		});
		if (!row.code) row.code = nextCode(result);
		result[at + offset] = row;
	});
	return result;
}
