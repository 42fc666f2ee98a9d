import { isolate } from "@/i18n/format.ts";
import { useFormat } from "@/i18n/index.tsx";
import css from "./charts.module.css";
import { scale, ticks } from "./scale.ts";
import { useWidth } from "./use-width.ts";

export interface Series {
	id: string;
	label: string;
	/** Told apart by dash and mark too, not only by colour. */
	colour: string;
	dash?: string;
	points: readonly (readonly [number, number])[];
}

interface Props {
	label: string;
	series: readonly Series[];
	x: { from: number; to: number; ticks: readonly number[]; say: (value: number) => string };
	y: { from?: number; to: number; say: (value: number) => string };
	/** A line across, with a word: today, a deadline. */
	mark?: { at: number; label: string } | undefined;
}

const H = 280;
const FOOT = 34;
const HEAD = 22;
const SIDE = 62;

/** Lines over a first axis that runs in the reading direction. */
export function LineChart({ label, series, x, y, mark }: Props) {
	const { dir } = useFormat();
	const [ref, width] = useWidth<HTMLDivElement>(640);
	const rtl = dir === "rtl";
	const sx = scale([x.from, x.to], rtl ? [width - SIDE, 16] : [SIDE, width - 16]);
	const sy = scale([y.from ?? 0, y.to], [H - FOOT, HEAD]);
	const every = Math.max(1, Math.ceil((x.ticks.length * 84) / Math.max(1, width - SIDE)));
	const edge = rtl ? width - SIDE + 8 : SIDE - 8;
	return (
		<div ref={ref} className={css.drawing}>
			<ul className={css.legend} aria-hidden="true">
				{series.map((one) => (
					<li key={one.id}>
						<svg width="26" height="8" aria-hidden="true">
							<path d="M0 4h26" stroke={one.colour} strokeWidth="3" strokeDasharray={one.dash} />
						</svg>
						{one.label}
					</li>
				))}
			</ul>
			<svg
				role="img"
				aria-label={label}
				width={width}
				height={H}
				viewBox={`0 0 ${width} ${H}`}
				direction="ltr"
				className={css.lines}
			>
				{ticks(y.from ?? 0, y.to, 5).map((value) => (
					<g key={value}>
						<path className={css.grid} d={`M${sx(x.from)} ${sy(value)}H${sx(x.to)}`} />
						<text x={edge} y={sy(value) + 4} textAnchor={rtl ? "start" : "end"}>
							{isolate(y.say(value))}
						</text>
					</g>
				))}
				{x.ticks.map(
					(value, index) =>
						index % every === 0 && (
							<text key={value} x={sx(value)} y={H - 10} textAnchor="middle">
								{isolate(x.say(value))}
							</text>
						),
				)}
				{mark && mark.at >= x.from && mark.at <= x.to && (
					<g>
						<path
							d={`M${sx(mark.at)} ${HEAD - 4}V${H - FOOT}`}
							stroke="var(--brass-600)"
							strokeWidth="2"
							strokeDasharray="4 4"
						/>
						<text x={sx(mark.at)} y={HEAD - 8} textAnchor="middle">
							{isolate(mark.label)}
						</text>
					</g>
				)}
				{series.map((one) => (
					<path
						key={one.id}
						d={one.points
							.map(
								([px, py], index) =>
									`${index ? "L" : "M"}${sx(px).toFixed(1)} ${sy(py).toFixed(1)}`,
							)
							.join("")}
						fill="none"
						stroke={one.colour}
						strokeWidth="2.5"
						strokeDasharray={one.dash}
						strokeLinejoin="round"
					/>
				))}
			</svg>
		</div>
	);
}
