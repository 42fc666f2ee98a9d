import { useFormat } from "@/i18n/index.tsx";
import { BCP47 } from "@/i18n/locale.ts";

const HOUR = 60;
const QUARTER = 15;

/** Minutes of teaching as hours: `38 hours`, `1.5 hours`; those that are no quarters by the minute: `1 hour and 5 minutes`. */
export function useHours() {
	const { number, locale } = useFormat();
	const measure = (value: number, unit: "hour" | "minute") =>
		number(value, { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 2 });
	return (minutes: number) => {
		if (minutes % QUARTER === 0) return measure(minutes / HOUR, "hour");
		const hours = Math.floor(minutes / HOUR);
		const parts = [measure(minutes - hours * HOUR, "minute")];
		if (hours > 0) parts.unshift(measure(hours, "hour"));
		return new Intl.ListFormat(BCP47[locale], { type: "conjunction" }).format(parts);
	};
}
