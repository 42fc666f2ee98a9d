import type { SubmissionSummary } from "@/api/gen/types.gen.ts";
import type { Standing } from "../standings.ts";

/** Whose work to read next: what has waited longest, other than one. */
export const nextToRead = (rows: readonly SubmissionSummary[], other?: string) =>
	rows
		.filter(({ id, status }) => status === "handed_in" && id !== other)
		.toSorted((a, b) => (a.handed_in_at ?? "").localeCompare(b.handed_in_at ?? ""))[0];

export const standingOf = ({ status }: Pick<SubmissionSummary, "status">): Standing =>
	status ?? "none";

/** Whether somebody can still hand in, or hand in again. */
export const isOpen = ({ status }: Pick<SubmissionSummary, "status">) =>
	status !== "accepted" && status !== "refused";
