import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { EventSummary } from "@/api/gen/types.gen.ts";
import { addMonths, monthOf, today } from "@/i18n/days.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Button } from "@/ui/button.tsx";
import { ChevronBack, ChevronNext } from "@/ui/icons.tsx";
import { Failed, Loading } from "@/ui/states.tsx";
import { EventLine } from "./event-line.tsx";
import css from "./month.module.css";
import { MonthCells } from "./month-cells.tsx";
import { agenda, dayAfterKey, isOn } from "./month-grid.ts";
import { monthQuery } from "./queries.ts";
import { type EventsSearch, KINDS } from "./search.ts";

function Agenda({ month, events }: { month: string; events: readonly EventSummary[] }) {
	const { t } = useTranslation("events");
	const { date } = useFormat();
	const days = agenda(month, events);
	return (
		<div className={css.agenda}>
			{days.length === 0 && <p className="quiet">{t("month.noneIn")}</p>}
			{days.map(([day, open]) => (
				<section key={day} aria-label={date(day)}>
					<p className={css.agendaDay}>
						{date(day, { weekday: "long", day: "numeric", month: "long" })}
					</p>
					{open.map((event) => (
						<EventLine key={event.id} event={event} />
					))}
				</section>
			))}
		</div>
	);
}

interface Props {
	search: EventsSearch;
	month: string;
	onMonth: (month: string) => void;
}

/** The events of a month: a grid on a desk, a list by day on a phone. */
export function MonthView({ search, month, onMonth }: Props) {
	const { t } = useTranslation("events");
	const { date, dir } = useFormat();
	const found = useQuery(monthQuery(search, month));
	const now = today();
	const [kept, setKept] = useState(now);
	const day = monthOf(kept) === month ? kept : `${month}-01`;
	const grid = useRef<HTMLDivElement>(null);
	const panel = useRef<HTMLHeadingElement>(null);
	const title = useId();
	const moved = useRef(false);
	const name = date(`${month}-01`, { month: "long", year: "numeric" });
	useEffect(() => {
		// Until the next month has come, another day stands in.
		if (!moved.current || day !== kept) return;
		moved.current = false;
		grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
	}, [day, kept]);
	const goTo = (next: string) => {
		setKept(next);
		if (monthOf(next) !== month) onMonth(monthOf(next));
	};
	const onKey = (event: KeyboardEvent) => {
		if (event.key === "Enter" || event.key === " ") {
			event.preventDefault();
			panel.current?.focus();
			return;
		}
		const next = dayAfterKey(day, event.key, dir === "rtl");
		if (!next) return;
		event.preventDefault();
		moved.current = true;
		goTo(next);
	};
	const events = found.data ?? [];
	const onDay = events.filter((event) => isOn(event, day));
	return (
		<section aria-labelledby={title} className={css.month}>
			<div className={css.head}>
				<h2 id={title} aria-live="polite">
					{name}
				</h2>
				<div className={css.steps}>
					<Button
						small
						aria-label={t("month.previous")}
						onPress={() => onMonth(addMonths(month, -1))}
					>
						<ChevronBack size={16} />
					</Button>
					<Button small isDisabled={month === monthOf(now)} onPress={() => goTo(now)}>
						{t("month.today")}
					</Button>
					<Button small aria-label={t("month.next")} onPress={() => onMonth(addMonths(month, 1))}>
						<ChevronNext size={16} />
					</Button>
				</div>
			</div>
			{found.isPending && <Loading lines={8} />}
			{found.isError && <Failed error={found.error} onRetry={() => void found.refetch()} />}
			{found.isSuccess && (
				<>
					<Agenda month={month} events={events} />
					<div ref={grid} className={css.desk}>
						<MonthCells
							month={month}
							label={t("month.grid", { month: name })}
							events={events}
							day={day}
							now={now}
							busy={found.isPlaceholderData}
							onDay={goTo}
							onKey={onKey}
						/>
						<ul className={css.legend} aria-label={t("month.legend")}>
							{KINDS.map((kind) => (
								<li key={kind} data-kind={kind}>
									{t(`kind.${kind}`)}
								</li>
							))}
							<li data-weekend>{t("month.weekend")}</li>
						</ul>
						<p className="quiet">{t("month.hint")}</p>
						<div className={css.panel}>
							<h3 ref={panel} tabIndex={-1}>
								{t("month.of", {
									day: date(day, { weekday: "long", day: "numeric", month: "long" }),
								})}
							</h3>
							{onDay.length === 0 && <p className="quiet">{t("month.noneOn")}</p>}
							{onDay.map((event) => (
								<EventLine key={event.id} event={event} />
							))}
						</div>
					</div>
				</>
			)}
		</section>
	);
}
