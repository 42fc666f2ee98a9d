import { useTranslation } from "react-i18next";
import type { Mandate } from "@/api/gen/types.gen.ts";
import { today } from "@/i18n/days.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useOffice } from "@/reference/use-office.ts";
import { Card } from "@/ui/page.tsx";
import css from "./associations.module.css";

/** Terms of office as dated rows, those that run now first. */
export function Mandates({ mandates }: { mandates: readonly Mandate[] }) {
	const { t } = useTranslation("associations");
	const office = useOffice();
	const { date } = useFormat();
	if (mandates.length === 0) return null;
	const now = today();
	const over = (mandate: Mandate) => !!mandate.ends_on && mandate.ends_on < now;
	const rows = mandates.toSorted(
		(a, b) => Number(over(a)) - Number(over(b)) || b.starts_on.localeCompare(a.starts_on),
	);
	return (
		<Card title={t("section.mandates")}>
			<ul className={css.mandates}>
				{rows.map((mandate) => (
					<li
						key={`${mandate.office} ${mandate.starts_on} ${mandate.person_name}`}
						data-over={over(mandate) || undefined}
					>
						<b>
							<bdi>{mandate.person_name}</bdi>
						</b>
						<span>{office(mandate.office, mandate.gender)}</span>
						<span className="quiet">
							{mandate.ends_on
								? t("mandate.term", { from: date(mandate.starts_on), until: date(mandate.ends_on) })
								: t("mandate.since", { from: date(mandate.starts_on) })}
						</span>
					</li>
				))}
			</ul>
		</Card>
	);
}
