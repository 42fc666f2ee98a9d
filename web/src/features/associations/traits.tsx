import { useTranslation } from "react-i18next";
import type { Association } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Badge } from "@/ui/badge.tsx";
import { ChevronDown } from "@/ui/icons.tsx";
import { Card } from "@/ui/page.tsx";
import css from "./associations.module.css";

const TRAITS = ["women_led", "youth_led", "border", "isolated"] as const;

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
								{facts.length > 0 && (
									<ul className={css.factList}>
										{facts.map((fact) => (
											<li key={text(fact)}>{text(fact)}</li>
										))}
									</ul>
								)}
							</details>
						</li>
					);
				})}
			</ul>
		</Card>
	);
}
