import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CourseSession, ParticipantAttendance } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useClock } from "@/reference/device/use-clock.ts";
import { Badge, type Tone } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { cx } from "@/ui/cx.ts";
import { Check } from "@/ui/icons.tsx";
import rows from "@/ui/tap-list.module.css";
import css from "../attendance.module.css";
import { Detail } from "./detail.tsx";
import { MARKS, type Mark, type Note } from "./marks.ts";
import { markIn, type Shown } from "./roster.ts";

const TONE: Readonly<Record<Mark, Tone>> = {
	present: "good",
	late: "wait",
	excused: "note",
	absent: "bad",
};

/** What is noted of somebody, how and when; and that the server does not know it yet. */
function Noted({ mark }: { mark: Shown | undefined }) {
	const { t } = useTranslation("attendance");
	const clock = useClock();
	if (!mark) return <Badge tone="calm">{t("list.unmarked")}</Badge>;
	return (
		<span className={rows.who}>
			<Badge tone={TONE[mark.mark]}>
				{t(`mark.${mark.mark}`)}
				{mark.minutes_missed != null && ` (${t("list.minutes", { count: mark.minutes_missed })})`}
			</Badge>
			<span className="quiet">
				{t(mark.method === "code" ? "list.byCode" : "list.byList", { time: clock(mark.at) })}
				{mark.waits && `${t("separator")}${t("list.waits")}`}
			</span>
			{mark.reason && <bdi className="quiet">{mark.reason}</bdi>}
		</span>
	);
}

interface Props {
	person: ParticipantAttendance & { marks: Shown[] };
	session: CourseSession;
	/** Marks that can be noted now. */
	open: readonly Mark[];
	onNote: (note: Note) => void;
}

/** One participant with four large buttons; coming late and an excuse ask for a word more. */
export function PersonRow({ person, session, open, onNote }: Props) {
	const { t } = useTranslation("attendance");
	const { text } = useFormat();
	const row = useRef<HTMLLIElement>(null);
	const [asking, setAsking] = useState<"late" | "excused">();
	const mark = markIn(person, session.id);
	const name = person.participant_name;
	const close = () => {
		row.current?.querySelector<HTMLElement>(`[data-mark="${asking}"]`)?.focus();
		setAsking(undefined);
	};
	const press = (pressed: Mark) => {
		if (pressed === "late" || pressed === "excused") {
			setAsking(asking === pressed ? undefined : pressed);
			return;
		}
		setAsking(undefined);
		onNote({ mark: pressed });
	};
	return (
		<li ref={row}>
			<div className={rows.who}>
				<strong>
					<bdi>{name}</bdi>
				</strong>
				<span className="quiet">
					<bdi>{text(person.association_name)}</bdi>
				</span>
				<Noted mark={mark} />
			</div>
			{open.length > 0 && (
				<div className={cx(rows.ways, css.ways)}>
					{MARKS.map((one) => (
						<Button
							key={one}
							variant={mark?.mark === one ? "primary" : "secondary"}
							data-mark={one}
							aria-pressed={mark?.mark === one}
							aria-label={t("list.markOf", { mark: t(`mark.${one}`), name })}
							isDisabled={!open.includes(one)}
							onPress={() => press(one)}
						>
							{mark?.mark === one && <Check size={16} />}
							{t(`mark.${one}`)}
						</Button>
					))}
				</div>
			)}
			{asking && (
				<Detail
					key={asking}
					mark={asking}
					session={session}
					before={mark}
					onNote={(note) => {
						onNote(note);
						close();
					}}
					onClose={close}
				/>
			)}
		</li>
	);
}
