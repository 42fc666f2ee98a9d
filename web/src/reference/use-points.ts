import { useFormat } from "@/i18n/index.tsx";

/** Scores come in thousandths of a point and are told in points, to the hundredth. */
export function usePoints(): (thousandths: number | null | undefined) => string | undefined {
	const { number } = useFormat();
	return (thousandths) =>
		thousandths == null
			? undefined
			: number(thousandths / 1000, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
