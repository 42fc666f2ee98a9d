import { useTranslation } from "react-i18next";
import type { CourseSession, ParticipantAttendance } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useHours } from "@/reference/use-hours.ts";
import { Badge, type Tone } from "@/ui/badge.tsx";
import type { Column } from "@/ui/data-table.tsx";
import css from "../attendance.module.css";
import { useSessionWords } from "../use-session-words.ts";

type State = ParticipantAttendance["standing"]["state"];

const TONE: Readonly<Record<State, Tone>> = {
	reached: "good",
	on_course: "calm",
	in_danger: "wait",
	out_of_reach: "bad",
	nothing_counted: "note",
};

/** Basis points as a share. */
export function useShare() {
	const { number } = useFormat();
	return (points: number | null | undefined) =>
		points == null
			? undefined
			: number(points / 10_000, { style: "percent", maximumFractionDigits: 1 });
}

/** Whether the threshold is reached or still can be, and what that asks for. */
function Reach({ row, sessions }: { row: ParticipantAttendance; sessions: CourseSession[] }) {
	const { t } = useTranslation("attendance");
	const hours = useHours();
	const { line } = useSessionWords();
	const { state, may_miss, remaining, unreachable_after } = row.standing;
	const after = sessions.find(({ id }) => id === unreachable_after);
	return (
		<>
			<Badge tone={TONE[state]}>{t(`reach.${state}`)}</Badge>
			{state === "out_of_reach" && after && (
				<p className="quiet">{t("register.since", { session: line(after) })}</p>
			)}
			{state === "in_danger" && <p className="quiet">{t("register.decides")}</p>}
			{state !== "out_of_reach" && remaining > 0 && (
				<p className="quiet">{t("register.mayMiss", { hours: hours(may_miss) })}</p>
			)}
		</>
	);
}

/** What is noted in each session, unfolded by whoever wants to know. */
function Marks({ row, sessions }: { row: ParticipantAttendance; sessions: CourseSession[] }) {
	const { t } = useTranslation("attendance");
	const { line } = useSessionWords();
	// The shares are read again a little after the list was sent; what was noted is there at once.
	const said = (["present", "late", "excused", "absent"] as const)
		.map((mark) => ({ mark, count: row.marks.filter((one) => one.mark === mark).length }))
		.filter(({ count }) => count > 0)
		.map(({ mark, count }) => t("register.count", { mark: t(`mark.${mark}`), count }))
		.join(t("separator"));
	if (row.marks.length === 0) return <span className="quiet">{t("register.nothing")}</span>;
	const byId = new Map(sessions.map((one) => [one.id, one]));
	return (
		<details>
			<summary>{said}</summary>
			<ul className={css.marks}>
				{row.marks.map((one) => {
					const session = byId.get(one.session_id);
					return (
						<li key={one.session_id}>
							{session && <span>{line(session)}</span>}{" "}
							<b>
								{t(`mark.${one.mark}`)}
								{one.minutes_missed != null &&
									` (${t("list.minutes", { count: one.minutes_missed })})`}
							</b>
							{one.reason && (
								<>
									{t("separator")}
									<bdi>{one.reason}</bdi>
								</>
							)}
						</li>
					);
				})}
			</ul>
		</details>
	);
}

/** Where each participant stands. */
export function useColumns(sessions: CourseSession[]): Column<ParticipantAttendance>[] {
	const { t } = useTranslation("attendance");
	const { text } = useFormat();
	const share = useShare();
	const hours = useHours();
	return [
		{
			id: "who",
			header: t("register.participant"),
			cell: (row) => (
				<>
					<bdi>{row.participant_name}</bdi>
					<br />
					<span className="quiet">
						<bdi>{text(row.association_name)}</bdi>
					</span>
				</>
			),
		},
		{
			id: "share",
			header: t("register.share"),
			numeric: true,
			cell: ({ standing }) => (
				<>
					<b className="num">{share(standing.share) ?? t("register.none")}</b>
					<br />
					<span className="quiet">
						{t("register.hours", {
							attended: hours(standing.attended),
							counted: hours(standing.counted),
						})}
					</span>
				</>
			),
		},
		{
			id: "best",
			header: t("register.best"),
			numeric: true,
			cell: ({ standing }) => (
				<span className="num">{share(standing.best_share) ?? t("register.none")}</span>
			),
		},
		{
			id: "reach",
			header: t("register.reach"),
			cell: (row) => <Reach row={row} sessions={sessions} />,
		},
		{
			id: "marks",
			header: t("register.marks"),
			wide: true,
			cell: (row) => <Marks row={row} sessions={sessions} />,
		},
	];
}
