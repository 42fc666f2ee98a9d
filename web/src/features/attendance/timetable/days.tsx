import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CourseSession } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useHours } from "@/reference/use-hours.ts";
import { Badge } from "@/ui/badge.tsx";
import { Card } from "@/ui/page.tsx";
import { useSessionWords } from "../use-session-words.ts";
import css from "./timetable.module.css";
import { byDay } from "./words.ts";

function Line({ session, tools }: { session: CourseSession; tools: ReactNode }) {
	const { t } = useTranslation("attendance");
	const { text } = useFormat();
	const { hours } = useSessionWords();
	const length = useHours();
	const off = session.status === "cancelled";
	return (
		<li data-off={off || undefined}>
			<p className={css.hours}>
				<b className="num">{hours(session)}</b>
				<span className="quiet">{length(session.minutes)}</span>
			</p>
			<div className={css.what}>
				<strong>
					<bdi>{text(session.title)}</bdi>
				</strong>
				{off && <Badge tone="bad">{t("timetable.off")}</Badge>}
				{off && session.status_reason && <bdi>{session.status_reason}</bdi>}
				{session.trainers.length > 0 && (
					<span>
						{t("timetable.taughtBy", {
							names: session.trainers.map(({ name }) => name).join(t("separator")),
						})}
					</span>
				)}
				{session.room && <span>{t("timetable.inRoom", { room: text(session.room) })}</span>}
				{session.online_url && (
					<a href={session.online_url} rel="noreferrer">
						{t("timetable.online")}
					</a>
				)}
				{session.note && (
					<p className="quiet" dir="auto">
						{text(session.note)}
					</p>
				)}
				{tools}
			</div>
		</li>
	);
}

interface Props {
	sessions: readonly CourseSession[];
	/** What those who run the cohort do with a session. */
	tools?: (session: CourseSession) => ReactNode;
}

/** Sessions day by day: hours, what is taught, by whom and where. */
export function Days({ sessions, tools }: Props) {
	const { t } = useTranslation("attendance");
	const { text } = useFormat();
	const { day } = useSessionWords();
	return byDay(sessions).map((own) => {
		const [first] = own;
		if (!first) return null;
		return (
			<Card key={first.id} title={day(first)}>
				{first.holiday && <p>{t("timetable.holiday", { name: text(first.holiday) })}</p>}
				{first.weekend && !first.holiday && <p>{t("timetable.weekend")}</p>}
				<ul className={css.lines}>
					{own.map((session) => (
						<Line key={session.id} session={session} tools={tools?.(session)} />
					))}
				</ul>
			</Card>
		);
	});
}
