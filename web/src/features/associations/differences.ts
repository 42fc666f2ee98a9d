/** One field that two versions of a file tell differently. */
export interface Difference {
	pointer: string;
	before: unknown;
	after: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

const isEmpty = (value: unknown) =>
	value === null ||
	value === undefined ||
	value === "" ||
	(Array.isArray(value) && value.length === 0);

/** Lists are told as a whole: a contact that moved one place is not two changed contacts. */
export function same(before: unknown, after: unknown): boolean {
	if (isEmpty(before) && isEmpty(after)) return true;
	if (Array.isArray(before) && Array.isArray(after)) {
		return before.length === after.length && before.every((item, i) => same(item, after[i]));
	}
	if (isObject(before) && isObject(after)) {
		const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
		return [...keys].every((key) => same(before[key], after[key]));
	}
	return before === after;
}

/** The fields on which two files differ, deep in objects, whole for lists, in the order of the first. */
export function differences(before: unknown, after: unknown, pointer = ""): Difference[] {
	if (same(before, after)) return [];
	if (isObject(before) && isObject(after)) {
		const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
		return [...keys].flatMap((key) => differences(before[key], after[key], `${pointer}/${key}`));
	}
	return [{ pointer, before, after }];
}

/** The merge patch (RFC 7396) that turns one file into the other. */
export function mergePatch(before: unknown, after: unknown): Record<string, unknown> {
	const patch: Record<string, unknown> = {};
	if (!isObject(before) || !isObject(after)) return patch;
	for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
		const [from, to] = [before[key], after[key]];
		if (same(from, to)) continue;
		patch[key] = isObject(from) && isObject(to) ? mergePatch(from, to) : (to ?? null);
	}
	return patch;
}
