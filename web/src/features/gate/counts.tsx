import { useTranslation } from "react-i18next";
import type { EventBadge } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Tiles } from "@/ui/tiles.tsx";
import css from "./gate.module.css";
import { countsOf, type Roster } from "./roster.ts";

/** Who is there, in numbers, with what waits to be sent. */
export function Counts({ badges, days }: { badges: EventBadge[]; days: Roster["days"] }) {
	const { t } = useTranslation("gate");
	const { number, date } = useFormat();
	const counts = countsOf(badges);
	const figures = [
		{ id: "inside", value: number(counts.inside) },
		{ id: "came", value: t("counts.of", { some: counts.came, all: counts.badges }) },
		{ id: "absent", value: number(counts.absent) },
		{
			id: "associations",
			value: t("counts.of", { some: counts.associationsCame, all: counts.associations }),
		},
	] as const;
	return (
		<section className={css.counts} aria-label={t("counts.label")}>
			<Tiles items={figures.map(({ id, value }) => ({ label: t(`counts.${id}`), value }))} />
			{days.length > 1 && (
				<p className="quiet">
					{t("counts.days")}{" "}
					{days.map(({ day, came }) => (
						<span key={day}>
							{date(day, { day: "numeric", month: "long" })}: <strong>{number(came)}</strong>
						</span>
					))}
				</p>
			)}
		</section>
	);
}
