/** The three boxes of a date, as typed. */
export interface DateParts {
	year: string;
	month: string;
	day: string;
}

const COMPLETE = /^\d{4}-\d{2}-\d{2}$/;

/** Parts of a complete date or of one still being typed; nothing typed is lost. */
export function splitDate(value: string | null): DateParts {
	const [year = "", month = "", day = ""] = (value ?? "").split("-");
	return { year, month, day: COMPLETE.test(value ?? "") ? String(Number(day)) : day };
}

/** `YYYY-MM-DD` once every part is there, otherwise the parts as they stand; `null` when empty. */
export function composeDate({ year, month, day }: DateParts): string | null {
	if (!year && !month && !day) return null;
	const padded = year.length === 4 && month && day ? day.padStart(2, "0") : day;
	return `${year}-${month}-${padded}`;
}

/** Whether the text is a day that exists, such as not 30 February. */
export function isDate(value: string | null): value is string {
	if (!value || !COMPLETE.test(value)) return false;
	const at = new Date(`${value}T00:00:00Z`);
	return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}
