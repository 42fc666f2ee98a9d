import { type Key, keyAt } from "./refs.ts";

/** Something the check says of a plan. */
export interface Fault {
	code: string;
	severity: "error" | "warning";
	/** RFC 6901 pointer into the plan. */
	pointer: string;
	/** The server's words. */
	detail: string;
}

/** The things the check has a word on, with the worst of it. */
export function toldOf(faults: readonly Fault[]): ReadonlyMap<Key, Fault["severity"]> {
	const told = new Map<Key, Fault["severity"]>();
	for (const { severity, pointer } of faults) {
		const key = keyAt(pointer);
		if (key && told.get(key) !== "error") told.set(key, severity);
	}
	return told;
}

/** The things that have an error. */
export const wrongIn = (faults: readonly Fault[]): ReadonlySet<Key> =>
	new Set(
		faults.flatMap(({ severity, pointer }) => (severity === "error" ? (keyAt(pointer) ?? []) : [])),
	);
