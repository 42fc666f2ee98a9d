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
