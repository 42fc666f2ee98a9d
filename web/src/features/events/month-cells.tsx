import { Link } from "@tanstack/react-router";
import type { CSSProperties, KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { EventSummary } from "@/api/gen/types.gen.ts";
import { isWeekend, monthOf } from "@/i18n/days.ts";
import { useFormat } from "@/i18n/index.tsx";
import css from "./month.module.css";
import { type Bar, isOn, monthGrid } from "./month-grid.ts";

/** Lines of a week; what finds none is counted. */
const MOST_LANES = 4;

function EventBar({ bar }: { bar: Bar<EventSummary> }) {
	const { t } = useTranslation("events");
	const { text } = useFormat();
	const { event, span, lane, before, after } = bar;
	const told = event.status === "postponed" || event.status === "cancelled";
	return (
		<Link
			to="/events/$id"
			params={{ id: event.id }}
			className={css.bar}
			style={{ "--span": span, "--lane": lane } as CSSProperties}
			data-kind={event.kind}
			data-status={event.status}
			data-before={before || undefined}
			data-after={after || undefined}
			title={text(event.name)}
			// The keyboard finds the events of a day under the grid.
			tabIndex={-1}
		>
			{told && <b>{t(`state.${event.status}`)} · </b>}
			<bdi>{text(event.name)}</bdi>
		</Link>
	);
}

interface Props {
	month: string;
	label: string;
	events: readonly EventSummary[];
	/** The day the keyboard is on. */
	day: string;
	now: string;
	busy: boolean;
	onDay: (day: string) => void;
	onKey: (event: KeyboardEvent) => void;
}

/** A month as a grid of weeks from Sunday on, events drawn across their days. */
export function MonthCells({ month, label, events, day, now, busy, onDay, onKey }: Props) {
	const { t } = useTranslation("events");
	const { date } = useFormat();
	const weeks = monthGrid(month, events, MOST_LANES);
	const count = (one: string) => events.filter((event) => isOn(event, one)).length;
	return (
		// biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table of days one moves in is a grid
		<table role="grid" className={css.grid} aria-label={label} aria-busy={busy} onKeyDown={onKey}>
			<thead>
				<tr>
					{weeks[0]?.days.map((one) => (
						<th key={one} scope="col" data-weekend={isWeekend(one) || undefined}>
							{date(one, { weekday: "long" })}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{weeks.map((week) => (
					<tr key={week.days[0]} style={{ "--lanes": week.lanes } as CSSProperties}>
						{week.days.map((one, column) => (
							// biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys of its cells
							<td
								key={one}
								// biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a day one can be on
								role="gridcell"
								data-day={one}
								data-weekend={isWeekend(one) || undefined}
								data-other={monthOf(one) !== month || undefined}
								aria-current={one === now ? "date" : undefined}
								aria-selected={one === day}
								aria-label={t("month.day", {
									day: date(one, { weekday: "long", day: "numeric", month: "long" }),
									events: t("results", { count: count(one) }),
								})}
								tabIndex={one === day ? 0 : -1}
								onClick={() => onDay(one)}
							>
								<span className={css.number}>{Number(one.slice(8))}</span>
								{(week.hidden[column] ?? 0) > 0 && (
									<span className={css.hidden}>
										{t("month.more", { number: week.hidden[column] ?? 0 })}
									</span>
								)}
								{week.bars
									.filter((bar) => bar.column === column)
									.map((bar) => (
										<EventBar key={bar.event.id} bar={bar} />
									))}
							</td>
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
}
