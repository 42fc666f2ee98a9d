import { useTranslation } from "react-i18next";
import type { CourseSession } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { clockOf } from "@/i18n/left.ts";

const DAY = {
	weekday: "long",
	day: "numeric",
	month: "long",
	timeZone: "Africa/Algiers",
} as const;

type Span = Pick<CourseSession, "starts_at" | "ends_at">;

/** The day, the hours and the name of a session. */
export function useSessionWords() {
	const { t } = useTranslation("attendance");
	const { date, text } = useFormat();
	const day = ({ starts_at }: Pick<Span, "starts_at">) => date(starts_at, DAY);
	const hours = ({ starts_at, ends_at }: Span) =>
		// Joined, so that no line ends between the two.
		`${clockOf(starts_at).time}\u2060–\u2060${clockOf(ends_at).time}`;
	return {
		day,
		hours,
		/** The whole in one line, for a choice or a sentence. */
		line: (session: Span & Pick<CourseSession, "title">) =>
			t("session.line", { day: day(session), hours: hours(session), title: text(session.title) }),
	};
}
