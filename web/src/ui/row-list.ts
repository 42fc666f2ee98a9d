/** A list with one row changed. */
export const withRow = <Row>(rows: readonly Row[], index: number, patch: Partial<Row>): Row[] =>
	rows.map((row, at) => (at === index ? { ...row, ...patch } : row));

export const withoutRow = <Row>(rows: readonly Row[], index: number): Row[] =>
	rows.filter((_, at) => at !== index);

/** A list with one row at another place. */
export const movedRow = <Row>(rows: readonly Row[], from: number, to: number): Row[] => {
	const rest = withoutRow(rows, from);
	return [...rest.slice(0, to), ...rows.slice(from, from + 1), ...rest.slice(to)];
};

/** The next free short name of a kind: `quota-1`, `quota-2`. */
export function freeCode(stem: string, rows: readonly { code: string }[]): string {
	const taken = new Set(rows.map((row) => row.code));
	let number = rows.length + 1;
	while (taken.has(`${stem}-${number}`)) number += 1;
	return `${stem}-${number}`;
}
