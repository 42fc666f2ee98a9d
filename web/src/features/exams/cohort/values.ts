import type { Exam, ExamInput, ExamKind } from "@/api/gen/types.gen.ts";
import { isTime, timeOf } from "@/i18n/hours.ts";
import { clockOf, instantOf } from "@/i18n/left.ts";

/** A test as it is typed. */
export interface ExamTyped {
	kind: ExamKind | null;
	opensOn: string | null;
	opensAt: string;
	closesOn: string | null;
	closesAt: string;
	minutes: number | null;
	keepOrder: boolean;
}

export const blankExam = (kind: ExamKind | null): ExamTyped => ({
	kind,
	opensOn: null,
	opensAt: "",
	closesOn: null,
	closesAt: "",
	minutes: 30,
	keepOrder: false,
});

export const fromExam = (exam: Exam): ExamTyped => {
	const [opens, closes] = [clockOf(exam.opens_at), clockOf(exam.closes_at)];
	return {
		kind: exam.kind,
		opensOn: opens.day,
		opensAt: opens.time,
		closesOn: closes.day,
		closesAt: closes.time,
		minutes: exam.minutes ?? null,
		keepOrder: exam.keep_order,
	};
};

export type ExamFault = "required" | "time" | "order" | "minutes";

const LONGEST = 600;

/** What can be said before the server is asked, by pointer into what would be sent. */
export function examFaults(typed: ExamTyped): Record<string, ExamFault> {
	const faults: Record<string, ExamFault> = {};
	const moment = (at: string, day: string | null, time: string) => {
		if (!day) faults[at] = "required";
		if (!isTime(time)) faults[`${at}/time`] = "time";
	};
	if (!typed.kind) faults["/kind"] = "required";
	moment("/opens_at", typed.opensOn, typed.opensAt);
	moment("/closes_at", typed.closesOn, typed.closesAt);
	if (typed.minutes !== null && (typed.minutes < 1 || typed.minutes > LONGEST))
		faults["/minutes"] = "minutes";
	if (Object.keys(faults).length > 0) return faults;
	const { opens_at, closes_at } = toExam(typed);
	if (closes_at <= opens_at) faults["/closes_at"] = "order";
	return faults;
}

/** What is sent of a test that has no fault. */
export const toExam = (typed: ExamTyped): Omit<ExamInput, "question_ids"> => ({
	kind: typed.kind ?? "before",
	opens_at: instantOf(typed.opensOn ?? "", timeOf(typed.opensAt)),
	closes_at: instantOf(typed.closesOn ?? "", timeOf(typed.closesAt)),
	minutes: typed.minutes,
	keep_order: typed.keepOrder,
});
