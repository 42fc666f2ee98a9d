import { useTranslation } from "react-i18next";
import type { Association } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Badge } from "@/ui/badge.tsx";
import { ChevronDown } from "@/ui/icons.tsx";
import { Card } from "@/ui/page.tsx";
import css from "./associations.module.css";

const TRAITS = ["women_led", "youth_led", "border", "isolated"] as const;

interface KnownFacts {
	president?: { since: string } | null;
	headcount?: {
		year: number;
		members: number;
		women?: number | null;
		under_35?: number | null;
	} | null;
	basis?: string | null;
}

/** The facts a value was computed from; those of a kind not known here are left to the rule. */
function Facts({ facts }: { facts: KnownFacts }) {
	const { t } = useTranslation("associations");
	const { date } = useFormat();
	const { president, headcount, basis } = facts;
	const part = headcount?.women ?? headcount?.under_35;
	return (
		<ul className={css.factList}>
			{president && <li>{t("fact.president", { since: date(president.since) })}</li>}
			{headcount && part != null && (
				<li>
					{t("fact.headcount", {
						part,
						members: headcount.members,
						year: String(headcount.year),
					})}
				</li>
			)}
			{basis && (
				<li>
					<bdi>{basis}</bdi>
				</li>
			)}
		</ul>
	);
}

/** What is computed of an association, each with its rule and the facts it was computed from. */
export function Traits({ computed }: { computed: Association["computed"] }) {
	const { t } = useTranslation(["associations", "common"]);
	const { text } = useFormat();
	return (
		<Card title={t("section.traits")}>
			<ul className={css.traits}>
				{TRAITS.map((trait) => {
					const { value, rule, facts } = computed[trait];
					return (
						<li key={trait}>
							<details>
								<summary>
									<span className={css.trait}>
										<ChevronDown size={16} />
										{t(`common:trait.${trait}`)}
									</span>
									<Badge tone={value ? "good" : "calm"}>
										{t(value == null ? "trait.unknown" : value ? "trait.yes" : "trait.no")}
									</Badge>
								</summary>
								<p>{text(rule)}</p>
								<Facts facts={facts} />
							</details>
						</li>
					);
				})}
			</ul>
		</Card>
	);
}
