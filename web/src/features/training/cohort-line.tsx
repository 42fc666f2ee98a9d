import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { CohortSummary } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useWilayas } from "@/reference/use-reference.ts";
import { Badge, Tag } from "@/ui/badge.tsx";
import { useNow } from "@/ui/use-now.ts";
import { CohortBadge } from "./state-badge.tsx";
import css from "./training.module.css";

/** Whether nominations are open, will be, or have closed. */
export function Nominations({
	cohort,
}: {
	cohort: Pick<CohortSummary, "status" | "opens_at" | "closes_at">;
}) {
	const { t } = useTranslation("training");
	const { dateTime } = useFormat();
	const now = useNow();
	const { status, opens_at: opens, closes_at: closes } = cohort;
	if (status !== "published") return null;
	if (now < Date.parse(opens))
		return <Badge tone="note">{t("nominations.from", { time: dateTime(opens) })}</Badge>;
	if (now < Date.parse(closes))
		return <Badge tone="good">{t("nominations.until", { time: dateTime(closes) })}</Badge>;
	return <Badge tone="calm">{t("nominations.closed")}</Badge>;
}

/** One cohort among others: its first day large, then what, when, where, and how many seats there are. */
export function CohortLine({ cohort, within }: { cohort: CohortSummary; within?: "course" }) {
	const { t } = useTranslation("training");
	const { text, date, dateRange, number } = useFormat();
	const wilayas = useWilayas();
	const { capacity, counts } = cohort;
	return (
		<article className={css.line}>
			<div className={css.tile} aria-hidden="true">
				<b className="num">{date(cohort.starts_on, { day: "numeric" })}</b>
				<span>{date(cohort.starts_on, { month: "long" })}</span>
			</div>
			<div className={css.told}>
				<h3>
					<Link to="/cohorts/$id" params={{ id: cohort.id }} className={css.name}>
						<bdi>{text(cohort.name)}</bdi>
					</Link>{" "}
					{cohort.status !== "published" && <CohortBadge status={cohort.status} />}
				</h3>
				{!within && (
					<p>
						<bdi>{text(cohort.course_name)}</bdi>
					</p>
				)}
				<p>
					<span className="num">{dateRange(cohort.starts_on, cohort.ends_on)}</span>
				</p>
				<p className="quiet">
					<bdi>{text(cohort.organiser.name)}</bdi>
				</p>
				<p className={css.tags}>
					<Nominations cohort={cohort} />
					<Tag>
						{cohort.wilaya_code
							? t("inWilaya", { name: wilayas.name(cohort.wilaya_code) })
							: t("online")}
					</Tag>
					<Tag>
						{t("seatsTaken", {
							count: capacity,
							taken: number(counts.enrolled),
							capacity: number(capacity),
						})}
					</Tag>
					{counts.waiting > 0 && <Tag>{t("waiting", { count: counts.waiting })}</Tag>}
				</p>
			</div>
		</article>
	);
}
