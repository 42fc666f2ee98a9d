import type { CashFlowsInput } from "@/api/gen/types.gen.ts";
import type { Locale } from "@/i18n/locale.ts";
import { moneyFault, readMoney, typedMoney } from "@/i18n/money.ts";
import { textOf } from "@/i18n/names.ts";
import { readNumber } from "../use-money.ts";

export interface FlowRow {
	key: string;
	label: string;
	/** One amount per period, as typed. */
	amounts: readonly string[];
	/** The words it has in other languages. */
	source?: { fr?: string | null; en?: string | null } | undefined;
}

/** Its words in one language, as they are typed. */
export const labelIn = (row: FlowRow, language: Locale) =>
	language === "ar" ? row.label : (row.source?.[language] ?? "");

export const withLabel = (row: FlowRow, language: Locale, typed: string): FlowRow =>
	language === "ar"
		? { ...row, label: typed }
		: { ...row, source: { ...row.source, [language]: typed } };

/** Cash flows as they stand in the table; rates in per cent. */
export interface TypedFlows {
	rate: string;
	finance: string;
	reinvest: string;
	rows: readonly FlowRow[];
}

export const MOST_PERIODS = 240;
export const RATES = ["rate", "finance", "reinvest"] as const;

const inPercent = (rate: number | null | undefined) =>
	rate == null ? "" : String(Math.round(rate * 1e6) / 1e4);
const asFraction = (typed: string) => {
	const percent = readNumber(typed);
	return percent === null ? null : percent / 100;
};

export const periodsOf = (rows: readonly FlowRow[]) =>
	Math.max(1, ...rows.map((row) => row.amounts.length));

export const blankRow = (key: string, periods: number): FlowRow => ({
	key,
	label: "",
	amounts: Array.from({ length: periods }, () => ""),
});

export function fromFlows(flows: CashFlowsInput | null | undefined): TypedFlows {
	const periods = Math.max(2, ...(flows?.components ?? []).map((one) => one.flows.length));
	return {
		rate: inPercent(flows?.rate ?? 0.08),
		finance: inPercent(flows?.finance_rate),
		reinvest: inPercent(flows?.reinvest_rate),
		rows: flows?.components?.map(({ label: { ar, ...source }, flows: amounts }, index) => ({
			key: `kept-${index}`,
			label: ar,
			amounts: Array.from({ length: periods }, (_, period) => typedMoney(amounts[period])),
			source,
		})) ?? [blankRow("first", periods)],
	};
}

/** What cannot be read: fields by the pointers of what would be sent. */
export function unread(typed: TypedFlows): ReadonlySet<string> {
	const wrong = new Set<string>();
	for (const rate of RATES) {
		const empty = typed[rate].trim() === "";
		if (empty ? rate === "rate" : asFraction(typed[rate]) === null) wrong.add(rate);
	}
	typed.rows.forEach((row, index) => {
		row.amounts.forEach((amount, period) => {
			if (moneyFault(amount, true)) wrong.add(`${index}/${period}`);
		});
	});
	return wrong;
}

/** An empty cell is nothing paid and nothing received. */
const centimes = (typed: string | undefined) => readMoney(typed ?? "")?.amount ?? 0;

export function toFlows(typed: TypedFlows): CashFlowsInput {
	const periods = periodsOf(typed.rows);
	return {
		rate: asFraction(typed.rate) ?? 0,
		finance_rate: asFraction(typed.finance),
		reinvest_rate: asFraction(typed.reinvest),
		components: typed.rows.map((row) => ({
			label: textOf({ ar: row.label, fr: labelIn(row, "fr"), en: labelIn(row, "en") }),
			flows: Array.from({ length: periods }, (_, period) => ({
				amount: centimes(row.amounts[period]),
				currency: "DZD",
			})),
		})),
	};
}

/** The sum of a period over all rows, in centimes. */
export const sumOf = (rows: readonly FlowRow[], period: number) =>
	rows.reduce((sum, row) => sum + centimes(row.amounts[period]), 0);

/** Lays a block copied from a spreadsheet over the table, which grows to hold it. */
export function pasted(
	rows: readonly FlowRow[],
	at: { row: number; period: number },
	text: string,
): readonly FlowRow[] {
	const block = text
		.replace(/\r?\n$/, "")
		.split(/\r?\n/)
		.map((line) => line.split("\t"));
	const periods = Math.min(
		MOST_PERIODS,
		Math.max(periodsOf(rows), at.period + Math.max(...block.map((line) => line.length))),
	);
	const count = Math.max(rows.length, at.row + block.length);
	return Array.from({ length: count }, (_, index) => {
		const row = rows[index] ?? blankRow(`pasted-${index}`, periods);
		const line = block[index - at.row];
		return {
			...row,
			amounts: Array.from(
				{ length: periods },
				(_, period) => line?.[period - at.period]?.trim() ?? row.amounts[period] ?? "",
			),
		};
	});
}
