import { today } from "@/i18n/days.ts";
import { useFormat } from "@/i18n/index.tsx";

const HOUR = {
	hour: "2-digit",
	minute: "2-digit",
	hourCycle: "h23",
	timeZone: "Africa/Algiers",
} as const;

/** An instant as the hour alone when it is of today. */
export function useClock() {
	const { date, dateTime } = useFormat();
	return (instant: string) =>
		today(new Date(instant)) === today() ? date(instant, HOUR) : dateTime(instant);
}
