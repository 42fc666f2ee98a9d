import type { Problem } from "@/api/problem.ts";
import { type FileValues, isGiven } from "./values.ts";

/** What the server says of what was sent, pointing at the rows as they stand in the form. */
export function atRowsTyped(values: FileValues, problem: Problem): Problem {
	const sent = values.contacts.flatMap((contact, row) => (isGiven(contact) ? [row] : []));
	const errors = problem.errors?.map((error) => {
		const [, index, rest] = /^\/contacts\/(\d+)(\/.*)?$/.exec(error.pointer) ?? [];
		const row = sent[Number(index)];
		return row === undefined ? error : { ...error, pointer: `/contacts/${row}${rest ?? ""}` };
	});
	return { ...problem, errors };
}
