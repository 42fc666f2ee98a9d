import type { AssociationInput } from "@/api/gen/types.gen.ts";
import { same } from "./differences.ts";

const step = (value: unknown, key: string): unknown =>
	typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;

const keysOf = (pointer: string) => pointer.split("/").slice(1);

const at = (file: unknown, pointer: string) => keysOf(pointer).reduce(step, file);

/** Whether this version says something else at a field than the one both began from; yes, where that one is not known. */
export const isChanged = (base: unknown, version: unknown, pointer: string) =>
	base === undefined || !same(at(base, pointer), at(version, pointer));

function put(file: unknown, keys: readonly string[], value: unknown): unknown {
	const [key, ...rest] = keys;
	if (key === undefined) return value;
	return { ...(file as object), [key]: put(step(file, key), rest, value) };
}

/** One version with what the other says at some fields. */
export const withFields = (
	mine: AssociationInput,
	theirs: AssociationInput,
	pointers: readonly string[],
): AssociationInput =>
	pointers.reduce(
		(file, pointer) => put(file, keysOf(pointer), at(theirs, pointer)) as AssociationInput,
		mine,
	);
