import { useFormat } from "@/i18n/index.tsx";

/** Minutes of teaching as hours: `38 hours`, `1.5 hours`. */
export function useHours() {
	const { number } = useFormat();
	return (minutes: number) =>
		number(minutes / 60, {
			style: "unit",
			unit: "hour",
			unitDisplay: "long",
			maximumFractionDigits: 2,
		});
}
