/** A straight scale from numbers to pixels; `to` may run backwards. */
export const scale =
	([low, high]: readonly [number, number], [from, to]: readonly [number, number]) =>
	(value: number) =>
		high === low ? from : from + ((value - low) / (high - low)) * (to - from);

/** Round numbers that cover a range, about as many as asked for. */
export function ticks(low: number, high: number, about: number): number[] {
	if (!(high > low)) return [low];
	const raw = (high - low) / about;
	const power = 10 ** Math.floor(Math.log10(raw));
	const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= raw) ?? 10 * power;
	const first = Math.ceil(low / step) * step;
	const count = Math.floor((high - first) / step + 1e-9) + 1;
	return Array.from({ length: count }, (_, index) => first + index * step);
}
