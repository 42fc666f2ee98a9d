import { useFormat } from "@/i18n/index.tsx";

/** The day of an instant, as the calendar on the wall in Algiers had it. */
export function useDay() {
	const { date } = useFormat();
	return (instant: string) =>
		date(instant, {
			day: "numeric",
			month: "long",
			year: "numeric",
			timeZone: "Africa/Algiers",
		});
}
