import type { BankQuestion, BankQuestionKind, QuestionInput } from "@/api/gen/types.gen.ts";
import { newKey } from "@/api/idempotency.ts";
import { type Names, namesOf, noNames, textOf } from "@/i18n/names.ts";
import { readThousandths, typedThousandths } from "../numbers.ts";

export interface ChoiceTyped {
	id: string;
	text: Names;
	right: boolean;
}

/** A question as it is typed: nothing is lost for being unfinished or for another kind. */
export interface QuestionTyped {
	course: string | null;
	module: string | null;
	kind: BankQuestionKind;
	text: Names;
	choices: ChoiceTyped[];
	value: string;
	tolerance: string;
	points: string;
	keepOrder: boolean;
	explanation: Names;
}

/** The name stands on the paper too: it must not tell the place. */
export const newChoice = (): ChoiceTyped => ({
	id: newKey().slice(0, 8),
	text: noNames,
	right: false,
});

export const blankQuestion = (course: string | null): QuestionTyped => ({
	course,
	module: null,
	kind: "single",
	text: noNames,
	choices: [newChoice(), newChoice()],
	value: "",
	tolerance: "",
	points: "1",
	keepOrder: false,
	explanation: noNames,
});

export const fromQuestion = (question: BankQuestion): QuestionTyped => ({
	course: question.course_id,
	module: question.module ?? null,
	kind: question.kind,
	text: namesOf(question.text),
	choices: (question.choices ?? []).map(({ id, text }) => ({
		id,
		text: namesOf(text),
		right: question.correct?.includes(id) ?? false,
	})),
	value: typedThousandths(question.value),
	tolerance: question.tolerance ? typedThousandths(question.tolerance) : "",
	points: String(question.points / 100),
	keepOrder: question.keep_order ?? false,
	explanation: question.explanation ? namesOf(question.explanation) : noNames,
});

/** A choice with whether it is right; of a single question one choice is. */
export const withRight = (
	{ kind, choices }: Pick<QuestionTyped, "kind" | "choices">,
	id: string,
	right: boolean,
): ChoiceTyped[] =>
	choices.map((one) => {
		if (one.id === id) return { ...one, right };
		return kind === "single" && right ? { ...one, right: false } : one;
	});

export type QuestionFault = "required" | "number" | "points" | "choices" | "right" | "oneRight";

const hasChoices = (kind: BankQuestionKind) => kind !== "numeric";
const hasRight = (kind: BankQuestionKind) => kind === "single" || kind === "multiple";
const FEWEST = 2;
const MOST_POINTS = 100_000;

/** Points are in hundredths. */
const pointsOf = (typed: string) => {
	const thousandths = readThousandths(typed);
	return thousandths === null || thousandths % 10 !== 0 ? null : thousandths / 10;
};

/** What can be said before the server is asked, by pointer into what would be sent. */
export function questionFaults(typed: QuestionTyped): Record<string, QuestionFault> {
	const faults: Record<string, QuestionFault> = {};
	const name = (pointer: string, names: Names) => {
		if (!names.ar.trim()) faults[`${pointer}/ar`] = "required";
	};
	if (!typed.course) faults["/course_id"] = "required";
	name("/text", typed.text);
	if (typed.explanation.fr.trim() || typed.explanation.en.trim())
		name("/explanation", typed.explanation);
	const points = pointsOf(typed.points);
	if (points === null || points < 1 || points > MOST_POINTS) faults["/points"] = "points";
	if (!hasChoices(typed.kind)) {
		if (readThousandths(typed.value) === null) faults["/value"] = "number";
		const tolerance = typed.tolerance.trim() ? readThousandths(typed.tolerance) : 0;
		if (tolerance === null || tolerance < 0) faults["/tolerance"] = "number";
		return faults;
	}
	if (typed.choices.length < FEWEST) faults["/choices"] = "choices";
	typed.choices.forEach((one, index) => {
		name(`/choices/${index}/text`, one.text);
	});
	const right = typed.choices.filter((one) => one.right).length;
	if (hasRight(typed.kind) && right === 0) faults["/correct"] = "right";
	else if (typed.kind === "single" && right > 1) faults["/correct"] = "oneRight";
	return faults;
}

const textOrNull = (names: Names) => (names.ar.trim() ? textOf(names) : null);

/** What is sent of a question that has no fault. */
export const toQuestion = (typed: QuestionTyped): QuestionInput => ({
	course_id: typed.course ?? "",
	module: typed.module,
	kind: typed.kind,
	text: textOf(typed.text),
	choices: hasChoices(typed.kind)
		? typed.choices.map(({ id, text }) => ({ id, text: textOf(text) }))
		: [],
	correct: hasRight(typed.kind) ? typed.choices.filter((one) => one.right).map(({ id }) => id) : [],
	value: hasChoices(typed.kind) ? null : readThousandths(typed.value),
	tolerance: hasChoices(typed.kind) ? 0 : (readThousandths(typed.tolerance) ?? 0),
	points: pointsOf(typed.points) ?? 0,
	keep_order: hasRight(typed.kind) && typed.keepOrder,
	explanation: textOrNull(typed.explanation),
});
