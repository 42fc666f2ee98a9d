import type { Problem } from "@/api/problem.ts";

/**
 * Some requests hold a file below a member of their own: points at its fields as the file's form
 * does, and gives the words on everything else beside.
 */
export function inFile(
	problem: Problem,
	member: string,
): { problem: Problem; others: Record<string, string> } {
	const others: Record<string, string> = {};
	const errors = (problem.errors ?? []).flatMap((error) => {
		if (error.pointer.startsWith(`${member}/`)) {
			return [{ ...error, pointer: error.pointer.slice(member.length) }];
		}
		others[error.pointer] ??= error.detail;
		return [];
	});
	return { problem: { ...problem, errors }, others };
}
