import type { CourseSession } from "@/api/gen/types.gen.ts";
import { clockOf } from "@/i18n/left.ts";

/** Sessions of one day after another. */
export function byDay(sessions: readonly CourseSession[]): CourseSession[][] {
	const days = new Map<string, CourseSession[]>();
	for (const session of sessions) {
		const { day } = clockOf(session.starts_at);
		days.set(day, [...(days.get(day) ?? []), session]);
	}
	return [...days.values()];
}
