import type { FollowUp, FollowUpInput, QuestionKind } from "@/api/gen/types.gen.ts";
import { isTime, timeOf } from "@/i18n/hours.ts";
import { clockOf, instantOf } from "@/i18n/left.ts";
import { type Names, namesOf, noNames, textOf } from "@/i18n/names.ts";
import { isDate } from "@/ui/date-parts.ts";
import { freeCode } from "@/ui/row-list.ts";

export const QUESTION_KINDS = [
	"words",
	"number",
	"yes_no",
	"choice",
] as const satisfies readonly QuestionKind[];

export interface OptionTyped {
	code: string;
	name: Names;
}

export interface QuestionTyped {
	code: string;
	kind: QuestionKind;
	question: Names;
	required: boolean;
	options: OptionTyped[];
}

/** Questions to those who are selected, as they are typed. Hours are those of Algeria. */
export interface SeatsTyped {
	dueOn: string | null;
	dueAt: string;
	questions: QuestionTyped[];
}

export const blank: SeatsTyped = { dueOn: null, dueAt: "16:00", questions: [] };

export function fromFollowUp({ due_at: due, questions = [] }: FollowUp): SeatsTyped {
	const clock = due ? clockOf(due) : undefined;
	return {
		dueOn: clock?.day ?? null,
		dueAt: clock?.time ?? blank.dueAt,
		questions: questions.map(({ code, kind, question, required, options = [] }) => ({
			code,
			kind,
			question: namesOf(question),
			required: required ?? false,
			options: options.map((one) => ({ code: one.code, name: namesOf(one.name) })),
		})),
	};
}

export const newOption = (rows: readonly OptionTyped[]): OptionTyped => ({
	code: freeCode("option", rows),
	name: noNames,
});

export const newQuestion = (rows: readonly QuestionTyped[]): QuestionTyped => ({
	code: freeCode("question", rows),
	kind: "words",
	question: noNames,
	required: true,
	options: [],
});

/** A choice begins with two rows to fill in; other questions have none. */
export const ofKind = (kind: QuestionKind, options: OptionTyped[]): Partial<QuestionTyped> => {
	if (kind !== "choice") return { kind };
	const first = options.length > 0 ? options : [newOption([])];
	return { kind, options: first.length > 1 ? first : [...first, newOption(first)] };
};

export type Fault = "required" | "date" | "time" | "two";

/** What can be said before the server is asked, by pointer into what would be sent. */
export function faultsOf({ dueOn, dueAt, questions }: SeatsTyped): Record<string, Fault> {
	const faults: Record<string, Fault> = {};
	if (dueOn !== null && !isDate(dueOn)) faults["/due_at"] = "date";
	if (dueOn !== null && !isTime(dueAt)) faults["/due_at/time"] = dueAt.trim() ? "time" : "required";
	questions.forEach(({ question, kind, options }, index) => {
		const at = `/questions/${index}`;
		if (!question.ar.trim()) faults[`${at}/question/ar`] = "required";
		if (kind !== "choice") return;
		if (options.length < 2) faults[`${at}/options`] = "two";
		options.forEach(({ name }, place) => {
			if (!name.ar.trim()) faults[`${at}/options/${place}/name/ar`] = "required";
		});
	});
	return faults;
}

/** What is sent; a question that is no choice has no options. */
export const toInput = ({ dueOn, dueAt, questions }: SeatsTyped): FollowUpInput => ({
	due_at: dueOn && isDate(dueOn) && isTime(dueAt) ? instantOf(dueOn, timeOf(dueAt)) : null,
	questions: questions.map(({ code, kind, question, required, options }) => ({
		code,
		kind,
		question: textOf(question),
		required,
		options:
			kind === "choice" ? options.map((one) => ({ code: one.code, name: textOf(one.name) })) : [],
	})),
});
