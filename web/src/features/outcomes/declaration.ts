import type {
	DeclaredOutcome,
	DeclareOutcomeData,
	OutcomeEvaluation,
	OutcomeRound,
} from "@/api/gen/types.gen.ts";
import { moneyFault, readMoney, typedMoney } from "@/i18n/money.ts";

export type Declaration = DeclareOutcomeData["body"];

export const MARKS = ["organisation", "place", "visitors", "services"] as const;
type Mark = (typeof MARKS)[number];

/** A declaration as it is typed. */
export interface Typed {
	visitors: number | null;
	sales: string;
	orders: number | null;
	ordersValue: string;
	contacts: number | null;
	comment: string;
	/** From 1 to 5; all of them or none. */
	marks: Record<Mark, string | null>;
	again: "yes" | "no" | null;
	remark: string;
}

export function typedOf(declared: DeclaredOutcome | null | undefined): Typed {
	const judged = declared?.evaluation;
	const mark = (one: Mark) => (judged ? String(judged[one]) : null);
	return {
		visitors: declared?.visitors ?? null,
		sales: typedMoney(declared?.sales),
		orders: declared?.orders ?? null,
		ordersValue: typedMoney(declared?.orders_value),
		contacts: declared?.contacts ?? null,
		comment: declared?.comment ?? "",
		marks: {
			organisation: mark("organisation"),
			place: mark("place"),
			visitors: mark("visitors"),
			services: mark("services"),
		},
		again: judged ? (judged.would_come_again ? "yes" : "no") : null,
		remark: judged?.remark ?? "",
	};
}

/** Most centimes of what is declared. */
export const MOST_DECLARED = 1e12;
export type Fault = "required" | "money" | "negative" | "tooMuch" | "whole";

const judges = ({ marks, again, remark }: Typed) =>
	again !== null || remark.trim() !== "" || MARKS.some((one) => marks[one] !== null);

/** What can be said before the server is asked, by pointer into what would be sent. */
export function faultsOf(typed: Typed, round: OutcomeRound): Record<string, Fault> {
	const faults: Record<string, Fault> = {};
	for (const one of ["visitors", "orders", "contacts"] as const)
		if (typed[one] === null) faults[`/${one}`] = "required";
	const money = (pointer: string, value: string) => {
		if (!value.trim()) faults[pointer] = "required";
		const fault = moneyFault(value, false, MOST_DECLARED);
		if (fault) faults[pointer] = fault === "unread" ? "money" : fault;
	};
	money("/sales", typed.sales);
	money("/orders_value", typed.ordersValue);
	if (round === "close" && judges(typed)) {
		for (const one of MARKS) if (typed.marks[one] === null) faults[`/evaluation/${one}`] = "whole";
		if (typed.again === null) faults["/evaluation/would_come_again"] = "whole";
	}
	return faults;
}

function evaluationOf({ marks, again, remark }: Typed): OutcomeEvaluation {
	const mark = (one: Mark) => Number(marks[one]);
	return {
		organisation: mark("organisation"),
		place: mark("place"),
		visitors: mark("visitors"),
		services: mark("services"),
		would_come_again: again === "yes",
		remark: remark.trim() || null,
	};
}

/** What is sent, once nothing is missing; nothing before. */
export function toSend(typed: Typed, round: OutcomeRound): Declaration | undefined {
	const { visitors, orders, contacts, comment } = typed;
	const sales = readMoney(typed.sales);
	const value = readMoney(typed.ordersValue);
	if (visitors === null || orders === null || contacts === null || !sales || !value)
		return undefined;
	return {
		round,
		visitors,
		sales,
		orders,
		orders_value: value,
		contacts,
		comment: comment.trim() || null,
		...(round === "close" && judges(typed) ? { evaluation: evaluationOf(typed) } : {}),
	};
}
