import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { PlanningFactor } from "@/api/gen/types.gen.ts";
import { ChartFrame } from "@/charts/frame.tsx";
import { scale, ticks } from "@/charts/scale.ts";
import { useWidth } from "@/charts/use-width.ts";
import { isolate } from "@/i18n/format.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useFigures } from "../figures.tsx";
import css from "./criteria.module.css";

const BAR = 22;
const STEP = 54;
const HEAD = 26;
const SIDE = 24;

interface Props {
	npv: number;
	factors: readonly PlanningFactor[];
	/** What a factor is called. */
	nameOf: (factor: PlanningFactor) => string;
	/** By how many per cent each factor is moved, down and up. */
	change: number;
}

/** One factor at a time moved down and up: how far the net present value goes, the longest bar first. */
export function Tornado({ npv, factors, nameOf, change }: Props) {
	const { t } = useTranslation("workshop");
	const { dir } = useFormat();
	const { money, short } = useFigures();
	const hatch = useId();
	const [ref, width] = useWidth<HTMLDivElement>(640);
	const bars = factors.flatMap((factor) => {
		const { lowest_npv: low, highest_npv: high } = factor;
		return low == null || high == null ? [] : [{ factor, low, high }];
	});
	const ends = [npv, 0, ...bars.flatMap(({ low, high }) => [low, high])];
	const [least, most] = [Math.min(...ends), Math.max(...ends)];
	const x = scale([least, most], dir === "rtl" ? [width - SIDE, SIDE] : [SIDE, width - SIDE]);
	const height = HEAD + bars.length * STEP + 26;
	const span = (from: number, to: number) => ({
		x: Math.min(x(from), x(to)),
		width: Math.max(1, Math.abs(x(to) - x(from))),
	});
	const title = t("criteria.tornado", { change });
	return (
		<ChartFrame
			title={title}
			head={[
				t("criteria.factor"),
				t("criteria.lowest"),
				t("criteria.highest"),
				t("criteria.swing"),
			]}
			rows={bars.map(({ factor, low, high }) => ({
				id: nameOf(factor),
				cells: [nameOf(factor), money(low), money(high), money(high - low)],
			}))}
		>
			<div ref={ref} className={css.drawing}>
				<svg
					role="img"
					aria-label={title}
					width={width}
					height={height}
					viewBox={`0 0 ${width} ${height}`}
					direction="ltr"
				>
					<defs>
						<pattern
							id={hatch}
							width="6"
							height="6"
							patternUnits="userSpaceOnUse"
							patternTransform="rotate(45)"
						>
							<rect width="6" height="6" fill="var(--series-2)" />
							<path d="M0 0v6" stroke="#fff" strokeWidth="2" />
						</pattern>
					</defs>
					{ticks(least, most, width < 500 ? 3 : 6).map((value) => (
						<g key={value}>
							<path className={css.grid} d={`M${x(value)} ${HEAD}V${height - 22}`} />
							<text x={x(value)} y={height - 6} textAnchor="middle">
								{isolate(short(value))}
							</text>
						</g>
					))}
					{bars.map(({ factor, low, high }, index) => {
						const y = HEAD + index * STEP;
						return (
							<g key={nameOf(factor)}>
								<text
									className={css.factor}
									x={dir === "rtl" ? width - SIDE : SIDE}
									y={y + 16}
									textAnchor={dir === "rtl" ? "end" : "start"}
								>
									{isolate(nameOf(factor))}
								</text>
								<rect y={y + 24} height={BAR} fill={`url(#${hatch})`} {...span(low, npv)} />
								<rect y={y + 24} height={BAR} fill="var(--series-1)" {...span(npv, high)} />
							</g>
						);
					})}
					{least < 0 && (
						<path
							d={`M${x(0)} ${HEAD}V${height - 22}`}
							stroke="var(--earth-700)"
							strokeWidth="2"
							strokeDasharray="4 4"
						/>
					)}
					<path d={`M${x(npv)} ${HEAD - 6}V${height - 22}`} stroke="var(--ink)" strokeWidth="2" />
					<text x={Math.min(width - 80, Math.max(80, x(npv)))} y={HEAD - 12} textAnchor="middle">
						{isolate(t("criteria.base", { npv: short(npv) }))}
					</text>
				</svg>
			</div>
		</ChartFrame>
	);
}
