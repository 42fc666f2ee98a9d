import type { Problem } from "@/api/problem.ts";

const PREFIX = "/association";

/**
 * A registration holds a file and its applicant: points at fields of the file as the file's own form
 * does, and gives the words on everything else beside.
 */
export function inFile(problem: Problem): { problem: Problem; others: Record<string, string> } {
	const others: Record<string, string> = {};
	const errors = (problem.errors ?? []).flatMap((error) => {
		if (error.pointer.startsWith(`${PREFIX}/`)) {
			return [{ ...error, pointer: error.pointer.slice(PREFIX.length) }];
		}
		others[error.pointer] ??= error.detail;
		return [];
	});
	return { problem: { ...problem, errors }, others };
}
