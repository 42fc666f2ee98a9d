import { useFormat } from "@/i18n/index.tsx";

/** The size of a file as people read it. */
export function useKilobytes() {
	const { number } = useFormat();
	return (bytes: number) =>
		number(Math.ceil(bytes / 1024), { style: "unit", unit: "kilobyte", maximumFractionDigits: 0 });
}
