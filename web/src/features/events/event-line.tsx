import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { EventSummary } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useWilayas } from "@/reference/use-reference.ts";
import { Badge, Tag } from "@/ui/badge.tsx";
import { useNow } from "@/ui/use-now.ts";
import { stateOf } from "./call/state-of.ts";
import css from "./events.module.css";
import { StateBadge } from "./state-badge.tsx";

/** One event among others: its first day large, then what, when and where. */
export function EventLine({ event }: { event: EventSummary }) {
	const { t } = useTranslation("events");
	const { text, date, dateTime, dateRange } = useFormat();
	const now = useNow();
	const { call } = event;
	const open = call && event.status === "published" && stateOf(call, now) === "open";
	const wilaya = useWilayas().name(event.wilaya_code);
	const commune = text(event.commune_name);
	return (
		<article className={css.line} data-kind={event.kind}>
			<div className={css.tile} aria-hidden="true">
				<b className="num">{date(event.starts_on, { day: "numeric" })}</b>
				<span>{date(event.starts_on, { month: "long" })}</span>
			</div>
			<div className={css.told}>
				<h3>
					<Link to="/events/$id" params={{ id: event.id }} className={css.name}>
						<bdi>{text(event.name)}</bdi>
					</Link>{" "}
					{event.status !== "published" && <StateBadge status={event.status} />}
				</h3>
				<p>
					<span className="num">{dateRange(event.starts_on, event.ends_on)}</span>
				</p>
				<p className="quiet">
					<bdi>{text(event.venue)}</bdi>
					{t("listSeparator")}
					<bdi>{commune}</bdi>
					{wilaya !== commune && ` (${wilaya})`}
				</p>
				<p className={css.tags}>
					{open && (
						<Badge tone="good">{t("call.openUntil", { time: dateTime(call.closes_at) })}</Badge>
					)}
					<Tag>{t(`kind.${event.kind}`)}</Tag>
					<Tag>{t(`scale.${event.scale}`)}</Tag>
				</p>
			</div>
		</article>
	);
}
