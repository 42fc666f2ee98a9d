import { useTranslation } from "react-i18next";
import type { ProjectNegotiation } from "@/api/gen/types.gen.ts";
import { scale } from "@/charts/scale.ts";
import { useWidth } from "@/charts/use-width.ts";
import { isolate } from "@/i18n/format.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useMoney } from "../use-money.ts";
import css from "./partners.module.css";

const H = 148;
const LINE = 72;
const PAD = 28;

/** Both limits, what lies between them, and the offers of each round on one line of amounts. */
export function Zone({ talk }: { talk: ProjectNegotiation }) {
	const { t } = useTranslation("workshop");
	const { dir, number } = useFormat();
	const { money } = useMoney();
	const [ref, width] = useWidth<HTMLDivElement>(640);
	const { zone, our_limit: ours, their_limit: theirs } = talk;
	const said =
		zone.state === "exists" && zone.low && zone.high
			? t("talk.zoneIs", { low: money(zone.low.amount), high: money(zone.high.amount) })
			: zone.state === "none" && zone.missing
				? t("talk.zoneNone", { amount: money(zone.missing.amount) })
				: t("talk.zoneUnknown");
	const offers = talk.offers.flatMap(({ amount, ...one }) =>
		amount ? [{ ...one, at: amount.amount }] : [],
	);
	const limits = [
		...(ours ? [{ side: "ours" as const, at: ours.amount, y: 16 }] : []),
		...(theirs ? [{ side: "theirs" as const, at: theirs.amount, y: 36 }] : []),
	];
	const all = [...limits, ...offers].map(({ at }) => at);
	if (all.length === 0) return <p className="quiet">{said}</p>;
	const [low, high] = [Math.min(...all), Math.max(...all)];
	const spare = Math.max(1, (high - low) * 0.06);
	const range = dir === "rtl" ? ([width - PAD, PAD] as const) : ([PAD, width - PAD] as const);
	const x = scale([low - spare, high + spare], range);
	const inside = (at: number, half: number) => Math.min(width - half, Math.max(half, at));
	return (
		<figure className={css.zone}>
			<figcaption data-state={zone.state}>{said}</figcaption>
			<div ref={ref} className={css.drawing}>
				<svg
					role="img"
					aria-label={t("talk.drawing", { subject: talk.subject, zone: said })}
					width={width}
					height={H}
					viewBox={`0 0 ${width} ${H}`}
					direction="ltr"
				>
					{zone.state === "exists" && zone.low && zone.high && (
						<rect
							x={Math.min(x(zone.low.amount), x(zone.high.amount))}
							width={Math.max(2, Math.abs(x(zone.high.amount) - x(zone.low.amount)))}
							y={LINE - 14}
							height={28}
							rx={3}
							fill="var(--green-100)"
							stroke="var(--green-600)"
						/>
					)}
					<path d={`M0 ${LINE}H${width}`} stroke="var(--line-strong)" />
					{limits.map(({ side, at, y }) => (
						<g key={side}>
							<path
								d={`M${x(at)} ${y + 4}V${LINE + 16}`}
								stroke={side === "ours" ? "var(--series-1)" : "var(--series-2)"}
								strokeWidth={2}
								strokeDasharray={side === "ours" ? undefined : "4 3"}
							/>
							<text x={inside(x(at), 90)} y={y} textAnchor="middle">
								{isolate(t(`talk.limitOf.${side}`, { amount: money(at) }))}
							</text>
						</g>
					))}
					{offers.map(({ id, side, at, round }) => (
						<g key={id}>
							{side === "ours" ? (
								<circle cx={x(at)} cy={LINE} r={6} fill="var(--series-1)" stroke="#fff" />
							) : (
								<path
									d={`M${x(at)} ${LINE - 8}l8 8-8 8-8-8Z`}
									fill="var(--series-2)"
									stroke="#fff"
								/>
							)}
							<text
								x={x(at)}
								y={side === "ours" ? LINE + 34 : LINE + 54}
								textAnchor="middle"
								data-side={side}
							>
								{isolate(number(round))}
							</text>
						</g>
					))}
				</svg>
			</div>
			<ul className={css.legend} aria-hidden="true">
				<li>
					<svg width="14" height="14" aria-hidden="true">
						<circle cx="7" cy="7" r="6" fill="var(--series-1)" />
					</svg>
					{t("talk.offersOf.ours")}
				</li>
				<li>
					<svg width="16" height="16" aria-hidden="true">
						<path d="M8 0l8 8-8 8-8-8Z" fill="var(--series-2)" />
					</svg>
					{t("talk.offersOf.theirs")}
				</li>
			</ul>
		</figure>
	);
}
