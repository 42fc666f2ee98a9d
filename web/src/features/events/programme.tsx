import { useTranslation } from "react-i18next";
import type { Event } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Card } from "@/ui/page.tsx";
import { byDay } from "./days.ts";
import css from "./event.module.css";

/** What happens during an event, day by day. */
export function Programme({ event }: { event: Event }) {
	const { t } = useTranslation("events");
	const { date, text } = useFormat();
	const days = byDay(event.programme ?? []);
	if (days.length === 0) return null;
	return (
		<Card title={t("event.programme")}>
			{days.map(([day, entries]) => (
				<section key={day} className={css.day} aria-label={date(day)}>
					<h3>{date(day, { weekday: "long", day: "numeric", month: "long" })}</h3>
					<ul>
						{entries.map((entry) => (
							<li key={`${entry.from ?? ""} ${entry.title.ar}`}>
								<span className="num">{[entry.from, entry.until].filter(Boolean).join(" – ")}</span>
								<bdi>{text(entry.title)}</bdi>
							</li>
						))}
					</ul>
				</section>
			))}
		</Card>
	);
}
