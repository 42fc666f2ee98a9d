import { createFormat, isolateCodes } from "@/i18n/format.ts";
import { localeOf } from "@/i18n/locale.ts";

/** RFC 9457 problem details as every operation of the API answers them. */
export interface Problem {
	type?: string;
	title: string;
	status: number;
	detail?: string | null | undefined;
	code: string;
	errors?: FieldProblem[] | null | undefined;
	/** Seconds the server asked to wait, from `Retry-After`. */
	retryAfter?: number;
}

export interface FieldProblem {
	/** RFC 6901 pointer into what was sent, such as `/name/ar`. */
	pointer: string;
	code: string;
	detail: string;
}

export const isProblem = (error: unknown): error is Problem =>
	typeof error === "object" &&
	error !== null &&
	typeof (error as Problem).status === "number" &&
	typeof (error as Problem).code === "string";

/** Whether somebody else saved first. */
export const isStale = (error: unknown) => isProblem(error) && error.status === 412;

/** Whether somebody else has taken the step first. */
export const isTaken = (error: unknown) => isProblem(error) && error.status === 409;

/** Whether no answer came at all. */
export const isOutOfReach = (error: unknown) =>
	error !== undefined && (!isProblem(error) || error.status === 0);

/** Whether another duty of the reader keeps this from them, such as reviewing at an event. */
export const isKeptByDuty = (error: unknown) =>
	isProblem(error) && error.code === "separate_duties";

const DAY = /(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])/g;

/** Words as people read them: days with their month by name, limits of amounts, which are kept in centimes, in dinars. */
function toRead(detail: string, { pointer = "", code = "" }: Partial<FieldProblem> = {}): string {
	const { number, date } = createFormat(localeOf(location.pathname));
	const isLimit = code === "too_large" || code === "too_small";
	const said =
		isLimit && pointer.endsWith("/amount")
			? detail.replace(/-?\d+/, (centimes) => number(Number(centimes) / 100))
			: detail;
	// How a day is to be written is told as it is.
	return isolateCodes(code === "wrong_format" ? said : said.replace(DAY, (day) => date(day)));
}

/** What is not a success as a problem; numbers and codes in its words keep their direction. */
export function problemIn(body: unknown, status: number): Problem {
	if (!isProblem(body)) return { title: "", status, code: "unexpected_answer" };
	return {
		...body,
		title: isolateCodes(body.title),
		detail: body.detail && toRead(body.detail),
		errors: body.errors?.map((one) => ({ ...one, detail: toRead(one.detail, one) })),
	};
}

/** The server's words for each field, by pointer; the first word on a field is the one shown. */
export function fieldProblems(error: unknown): Record<string, string> {
	const found: Record<string, string> = {};
	if (!isProblem(error)) return found;
	for (const { pointer, detail } of error.errors ?? []) found[pointer] ??= detail;
	return found;
}
