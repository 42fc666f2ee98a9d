import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { today } from "@/i18n/days.ts";
import { fold } from "@/i18n/fold.ts";
import { useFormat } from "@/i18n/index.tsx";
import { clockOf } from "@/i18n/left.ts";
import { Button, buttonClass } from "@/ui/button.tsx";
import { cx } from "@/ui/cx.ts";
import { FileButton } from "@/ui/file-button.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Row } from "@/ui/page.tsx";
import rows from "@/ui/tap-list.module.css";
import { TextField } from "@/ui/text-field.tsx";
import { useNow } from "@/ui/use-now.ts";
import css from "../attendance.module.css";
import { useSessionWords } from "../use-session-words.ts";
import type { AttendanceList, AttendanceState } from "./attendance-list.ts";
import { inOrder, isAhead, likely, MARKS, type Mark } from "./marks.ts";
import { PersonRow } from "./person-row.tsx";
import { countsIn, markIn, type Roster, withNotes } from "./roster.ts";

/** From as many participants on a name is looked for. */
const MANY = 12;
const NONE: readonly Mark[] = [];

/** The arrows go to the same button of the row above or below. */
function walk(event: KeyboardEvent<HTMLUListElement>) {
	const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
	const mark = (event.target as HTMLElement).dataset.mark;
	if (!step || !mark) return;
	const column = [...event.currentTarget.querySelectorAll<HTMLElement>(`[data-mark="${mark}"]`)];
	const next = column[column.indexOf(event.target as HTMLElement) + step];
	if (!next) return;
	event.preventDefault();
	next.focus();
}

interface Props {
	list: AttendanceList;
	state: AttendanceState;
	roster: Roster;
}

/** The list of one session: who is there, late, excused or absent. */
export function ListDesk({ list, state, roster }: Props) {
	const { t } = useTranslation("attendance");
	const { text, number } = useFormat();
	const { line } = useSessionWords();
	const user = useUser();
	const now = useNow() - roster.ahead * 1000;
	const [chosen, setChosen] = useState<string>();
	const [typed, setTyped] = useState("");
	const people = useMemo(
		() => withNotes(roster.people, state.waiting, roster.ahead, true),
		[roster, state.waiting],
	);
	const { sessions } = roster;
	const session = sessions.find(({ id }) => id === chosen) ?? likely(sessions, now);
	if (!session) return null;
	const off = session.status === "cancelled";
	const ahead = isAhead(session, now);
	const open = off || !session.editable ? NONE : ahead ? (["excused"] as const) : MARKS;
	const words = fold(typed).split(" ").filter(Boolean);
	const shown = people.filter((one) => {
		const names = fold(`${one.participant_name} ${text(one.association_name)}`);
		return words.every((word) => names.includes(word));
	});
	const rest = people.filter((one) => !markIn(one, session.id));
	const counts = countsIn(people, session.id);
	const day = clockOf(session.starts_at).day;
	const label = (one: typeof session) => {
		if (one.status === "cancelled") return t("list.offLine", { session: line(one) });
		return clockOf(one.starts_at).day === today(new Date(now))
			? t("list.todayLine", { session: line(one) })
			: line(one);
	};
	return (
		<Card title={t("list.title")}>
			<NativeSelect
				label={t("list.session")}
				options={inOrder(sessions, now).map((one) => ({ id: one.id, label: label(one) }))}
				value={session.id}
				onChange={(id) => setChosen(id ?? undefined)}
			/>
			{off && (
				<Notice tone="warn" title={t("list.off")}>
					{session.status_reason && (
						<p>
							<bdi>{session.status_reason}</bdi>
						</p>
					)}
				</Notice>
			)}
			{!off && ahead && <Notice tone="info" title={t("list.ahead")} />}
			<p role="status" className={css.counts}>
				{[...MARKS, "unmarked" as const].map((one) => (
					<span key={one}>
						{t(one === "unmarked" ? "list.unmarked" : `mark.${one}`)}{" "}
						<b className="num">{number(counts[one])}</b>
					</span>
				))}
			</p>
			<Row>
				{open === MARKS && rest.length > 0 && (
					<Button
						variant="primary"
						onPress={() =>
							void list.note(
								session.id,
								rest.map(({ enrolment_id: id }) => id),
								{ mark: "present" },
							)
						}
					>
						{t("list.rest", { count: rest.length })}
					</Button>
				)}
				{!off && session.editable && can(user, "get_session_code") && (
					<Link
						to="/cohort-sessions/$id/code"
						params={{ id: session.id }}
						className={buttonClass("secondary")}
					>
						{t("list.code")}
					</Link>
				)}
				{can(user, "get_attendance_sheet") && (
					<FileButton
						path={`/api/v1/cohorts/${roster.cohort}/attendance/sheet?day=${day}`}
						name={`attendance-${day}.pdf`}
						accept="application/pdf"
					>
						{t("list.sheet")}
					</FileButton>
				)}
			</Row>
			{people.length > MANY && (
				<TextField
					label={t("list.find")}
					dir="auto"
					autoComplete="off"
					value={typed}
					onChange={setTyped}
				/>
			)}
			{people.length === 0 && <p className="quiet">{t("register.nobody")}</p>}
			<ul className={cx(rows.list, css.list)} aria-label={t("list.people")} onKeyDown={walk}>
				{shown.map((person) => (
					<PersonRow
						key={`${session.id} ${person.enrolment_id}`}
						person={person}
						session={session}
						open={open}
						onNote={(note) => void list.note(session.id, [person.enrolment_id], note)}
					/>
				))}
			</ul>
		</Card>
	);
}
