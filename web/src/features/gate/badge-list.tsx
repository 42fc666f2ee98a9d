import type { Ref } from "react";
import { useTranslation } from "react-i18next";
import type { EventBadge } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useClock } from "@/reference/device/use-clock.ts";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { cx } from "@/ui/cx.ts";
import rows from "@/ui/tap-list.module.css";
import type { Passage } from "./entries.ts";
import css from "./gate.module.css";
import { came } from "./roster.ts";

/** As many as a thumb goes through. */
const SHOWN = 20;
const WAYS = ["in", "out"] as const;

function Whereabouts({ badge }: { badge: EventBadge }) {
	const { t } = useTranslation("gate");
	const clock = useClock();
	const time = badge.last_at ? clock(badge.last_at) : "";
	if (badge.inside) return <Badge tone="good">{t("state.inside", { time })}</Badge>;
	if (came(badge)) return <Badge tone="calm">{t("state.left", { time })}</Badge>;
	return <Badge tone="wait">{t("state.absent")}</Badge>;
}

interface Props {
	badges: readonly EventBadge[];
	/** Absent where nothing is recorded. */
	onPass?: ((badge: EventBadge, direction: Passage) => void) | undefined;
	ref: Ref<HTMLUListElement>;
}

/** Badges that fit, each with its two big buttons. */
export function BadgeList({ badges, onPass, ref }: Props) {
	const { t } = useTranslation(["gate", "common"]);
	const { text } = useFormat();
	const rest = badges.length - SHOWN;
	return (
		<>
			<p className="visually-hidden" role="status">
				{t("common:list.found", { count: badges.length })}
			</p>
			<ul className={rows.list} aria-label={t("find.shown")} ref={ref}>
				{badges.slice(0, SHOWN).map((badge) => (
					<li key={badge.code}>
						<div className={rows.who}>
							<strong>
								<bdi>{badge.name}</bdi>
							</strong>
							<span className="quiet">
								<bdi>{text(badge.association_name)}</bdi>
								{badge.stand && ` · ${t("stand", { number: badge.stand })}`}
							</span>
							<Whereabouts badge={badge} />
						</div>
						{onPass && (
							<div className={cx(rows.ways, css.ways)}>
								{WAYS.map((way) => {
									const likely = badge.inside === (way === "out");
									return (
										<Button
											key={way}
											variant={likely ? "primary" : "secondary"}
											data-likely={likely || undefined}
											aria-label={t(`wayOf.${way}`, { name: badge.name })}
											onPress={() => onPass(badge, way)}
										>
											{t(`way.${way}`)}
										</Button>
									);
								})}
							</div>
						)}
					</li>
				))}
			</ul>
			{rest > 0 && <p className="quiet">{t("find.more", { count: rest })}</p>}
		</>
	);
}
