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

/** The things that have an error. */
export const wrongIn = (faults: readonly Fault[]): ReadonlySet<Key> =>
	new Set(
		faults.flatMap(({ severity, pointer }) => (severity === "error" ? (keyAt(pointer) ?? []) : [])),
	);
