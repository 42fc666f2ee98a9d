import type { EventTyped } from "./values.ts";

/** What each part of the form gets. */
export interface Section {
	typed: EventTyped;
	onChange: (patch: Partial<EventTyped>) => void;
	/** What is said of each field, by pointer into what is sent. */
	said: Readonly<Record<string, string | undefined>>;
}

/** A list with one row changed. */
export const withRow = <Row>(rows: readonly Row[], index: number, patch: Partial<Row>): Row[] =>
	rows.map((row, at) => (at === index ? { ...row, ...patch } : row));

export const withoutRow = <Row>(rows: readonly Row[], index: number): Row[] =>
	rows.filter((_, at) => at !== index);
