import { BCP47, directionOf, type Locale } from "./locale.ts";

/** A text in up to three languages, as the API gives it. */
export interface LocalText {
	ar?: string | null | undefined;
	fr?: string | null | undefined;
	en?: string | null | undefined;
}

export interface Format {
	locale: Locale;
	dir: "rtl" | "ltr";
	/** A number with the country's separators and Latin digits. */
	number: (value: number, options?: Intl.NumberFormatOptions) => string;
	/** `2021-03-04` with the month by name; anything unreadable is given back as it came. */
	date: (iso: string, options?: Intl.DateTimeFormatOptions) => string;
	/** Two days as one span: `17–24 December 2026`; the day alone when both are the same. */
	dateRange: (from: string, until: string) => string;
	/** An instant, in the time of Algiers. */
	dateTime: (instant: string) => string;
	/** Names of the months, January first. */
	months: readonly string[];
	/** The text in the reader's language, or in the first language that has one. */
	text: (value: LocalText | null | undefined) => string;
	/** Orders as a dictionary of the language does. */
	compare: (a: string, b: string) => number;
}

const ORDER: Readonly<Record<Locale, readonly Locale[]>> = {
	ar: ["ar", "fr", "en"],
	fr: ["fr", "en", "ar"],
	en: ["en", "fr", "ar"],
};

/** First-strong isolates keep a French name in an Arabic sentence from reordering its neighbours. */
export const isolate = (value: string) => `\u2068${value}\u2069`;

const OPENS = { rtl: "\u2067", ltr: "\u2066" } as const;

/** Words that were put together of isolates run as the page does: a letter in an isolate of theirs is not their first strong one. */
export const isolateIn = (page: keyof typeof OPENS, value: string) =>
	value.includes("\u2068") ? `${OPENS[page]}${value}\u2069` : isolate(value);

/** From a sign, a letter or a digit to the last one before a word in Arabic. */
const CODES = /[-+]?[A-Za-z0-9](?:[!-'*-~ →]*[A-Za-z0-9%])?/g;

/** Numbers, codes and addresses run left to right in an Arabic sentence too: each in an isolate of its own. */
export const isolateCodes = (text: string) =>
	/[\u0600-\u06ff]/.test(text) ? text.replace(CODES, "\u2066$&\u2069") : text;

export function createFormat(locale: Locale): Format {
	const tag = BCP47[locale];
	const numbers = new Intl.NumberFormat(tag);
	const days = new Intl.DateTimeFormat(tag, {
		day: "numeric",
		month: "long",
		year: "numeric",
		timeZone: "UTC",
	});
	const instants = new Intl.DateTimeFormat(tag, {
		day: "numeric",
		month: "long",
		year: "numeric",
		hour: "2-digit",
		minute: "2-digit",
		hourCycle: "h23",
		timeZone: "Africa/Algiers",
	});
	const month = new Intl.DateTimeFormat(tag, { month: "long", timeZone: "UTC" });
	const collator = new Intl.Collator(tag, { numeric: true });
	// French says the first of a month as an ordinal, which the platform does not know.
	const first = (date: string) =>
		locale === "fr" ? date.replace(/(?<=^|–\s)1(?= \p{L})/gu, "1er") : date;
	const said = (formatter: Intl.DateTimeFormat, iso: string, at = new Date(iso)) =>
		Number.isNaN(at.getTime()) ? iso : first(formatter.format(at));
	return {
		locale,
		dir: directionOf(locale),
		number: (value, options) =>
			options ? new Intl.NumberFormat(tag, options).format(value) : numbers.format(value),
		date: (iso, options) =>
			said(
				options ? new Intl.DateTimeFormat(tag, { timeZone: "UTC", ...options }) : days,
				iso,
				new Date(iso.length > 10 ? iso : `${iso}T00:00:00Z`),
			),
		dateRange: (from, until) =>
			first(days.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${until}T00:00:00Z`))),
		dateTime: (instant) => said(instants, instant),
		months: Array.from({ length: 12 }, (_, i) => month.format(Date.UTC(2024, i, 15))),
		text: (value) => {
			for (const language of ORDER[locale]) {
				const found = value?.[language];
				if (found) return found;
			}
			return "";
		},
		compare: collator.compare,
	};
}

/** Arabic-Indic and Persian digits become 0–9; everything else stays as typed. */
export const latinDigits = (typed: string) =>
	typed.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

/** What was typed as degrees: `null` for nothing, not a number for what cannot be read. */
export function degreesOf(typed: string): number | null {
	const text = latinDigits(typed.trim()).replace(/[,٫]/, ".");
	if (text === "") return null;
	return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}
