import { useTranslation } from "react-i18next";
import type { ProjectSchedule } from "@/api/gen/types.gen.ts";
import chart from "@/charts/charts.module.css";
import { ChartFrame } from "@/charts/frame.tsx";
import { scale, ticks } from "@/charts/scale.ts";
import { useWidth } from "@/charts/use-width.ts";
import { isolate } from "@/i18n/format.ts";
import { useFormat } from "@/i18n/index.tsx";
import css from "./activities.module.css";
import { axisDays } from "./axis-days.ts";
import { DAY, type Frozen, type Timed, timed } from "./timed.ts";

const HEAD = 30;

interface Props {
	schedule: ProjectSchedule;
	/** Work done by code, 0–100. */
	done: ReadonlyMap<string, number>;
	/** The last baseline, drawn under the plan of today. */
	frozen: Frozen | undefined;
	/** Deadlines by code. */
	dues: ReadonlyMap<string, string>;
}

/** Bars over time in the reading direction; the server has computed every date. */
export function Gantt({ schedule, done, frozen, dues }: Props) {
	const { t } = useTranslation("workshop");
	const { dir, text, date, number } = useFormat();
	const [ref, width] = useWidth<HTMLDivElement>(900);
	const rtl = dir === "rtl";
	const { rows, dated, from, to } = timed(schedule, done, frozen, dues);
	const due = rows.some((one) => one.due !== undefined);
	const compared = rows.some(({ before }) => before);
	const narrow = width < 640;
	const names = narrow ? 8 : Math.min(300, width * 0.28);
	const row = narrow ? 52 : 36;
	const x = scale([from, to], rtl ? [width - names, 10] : [names, width - 10]);
	const height = HEAD + rows.length * row;
	const room = Math.max(2, Math.floor((width - names) / 84));
	const marks = dated ? axisDays(from, to, room) : ticks(from, to, room);
	const every = Math.max(1, Math.ceil(marks.length / room));
	const today = Math.floor(Date.now() / DAY);
	const iso = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);
	const when = (day: number) =>
		dated ? date(iso(day)) : t("gantt.day", { day: number(Math.round(day * 10) / 10) });
	const short = (day: number) =>
		dated ? date(iso(day), { day: "numeric", month: "short" }) : number(Math.round(day * 10) / 10);
	const span = (a: number, b: number) => ({
		x: Math.min(x(a), x(b)),
		width: Math.max(1, Math.abs(x(b) - x(a))),
	});
	const bar = (one: Timed, y: number) => {
		const colour = one.critical ? "var(--series-2)" : "var(--series-1)";
		if (one.milestone) {
			const cx = x(one.start);
			const cy = y + 9;
			return <path d={`M${cx} ${cy - 9}l9 9-9 9-9-9Z`} fill={colour} stroke="#fff" />;
		}
		return (
			<>
				{one.lateFinish > one.finish && one.floatDays > 0 && (
					<rect
						{...span(one.finish, Math.min(one.lateFinish, to))}
						y={y + 7}
						height="4"
						fill="#c9c1ae"
					/>
				)}
				<rect
					{...span(one.start, one.finish)}
					y={y}
					height="18"
					rx="3"
					fill={colour}
					opacity=".35"
				/>
				{one.done > 0 && (
					<rect
						{...span(one.start, one.start + ((one.finish - one.start) * one.done) / 100)}
						y={y}
						height="18"
						rx="3"
						fill={colour}
					/>
				)}
				{one.critical && (
					<rect
						{...span(one.start, one.finish)}
						y={y}
						height="18"
						rx="3"
						fill="url(#gantt-hatch)"
						stroke="var(--earth-700)"
					/>
				)}
			</>
		);
	};
	return (
		<ChartFrame
			title={t("gantt.title")}
			head={[
				t("editor.name"),
				t("gantt.start"),
				t("gantt.finish"),
				t("figure.tf"),
				t("field.done"),
				...(compared ? [t("gantt.baselineStart"), t("gantt.baselineFinish")] : []),
				...(due ? [t("limits.deadline")] : []),
			]}
			rows={rows.map((one) => ({
				id: one.code,
				cells: [
					t(one.critical ? "gantt.criticalName" : "gantt.plainName", {
						code: one.code,
						name: text(one.name),
					}),
					when(one.start),
					when(one.finish),
					number(Math.round(one.floatDays * 100) / 100),
					t("percent", { value: number(Math.round(one.done)) }),
					...(compared
						? [one.before ? when(one.before[0]) : "", one.before ? when(one.before[1] - 1) : ""]
						: []),
					...(due ? [one.due === undefined ? "" : when(one.due - 1)] : []),
				],
			}))}
		>
			<ul className={chart.legend} aria-hidden="true">
				<li>
					<svg width="26" height="12" aria-hidden="true">
						<rect width="26" height="12" rx="3" fill="var(--series-2)" opacity=".35" />
						<rect
							width="26"
							height="12"
							rx="3"
							fill="url(#gantt-hatch)"
							stroke="var(--earth-700)"
						/>
					</svg>
					{t("gantt.critical")}
				</li>
				<li>
					<svg width="26" height="12" aria-hidden="true">
						<rect width="26" height="12" rx="3" fill="var(--series-1)" opacity=".35" />
						<rect width="14" height="12" rx="3" fill="var(--series-1)" />
					</svg>
					{t("gantt.done")}
				</li>
				<li>
					<svg width="26" height="12" aria-hidden="true">
						<rect y="4" width="26" height="4" fill="#c9c1ae" />
					</svg>
					{t("gantt.float")}
				</li>
				<li>
					<svg width="14" height="14" aria-hidden="true">
						<path d="M7 0l7 7-7 7-7-7Z" fill="var(--series-1)" />
					</svg>
					{t("editor.milestone")}
				</li>
				{due && (
					<li>
						<svg width="14" height="14" aria-hidden="true">
							<path d="M1 1h12l-6 11Z" fill="var(--brass-600)" />
						</svg>
						{t("limits.deadline")}
					</li>
				)}
				{compared && frozen && (
					<li>
						<svg width="26" height="12" aria-hidden="true">
							<rect y="4" width="26" height="5" fill="var(--series-3)" />
						</svg>
						{t("gantt.baseline", { number: frozen.number })}
					</li>
				)}
			</ul>
			<div ref={ref} className={chart.drawing}>
				<svg
					role="img"
					aria-label={t("gantt.label", { count: rows.length })}
					width={width}
					height={height}
					viewBox={`0 0 ${width} ${height}`}
					direction="ltr"
				>
					<defs>
						<pattern
							id="gantt-hatch"
							width="6"
							height="6"
							patternUnits="userSpaceOnUse"
							patternTransform="rotate(45)"
						>
							<path d="M0 0v6" stroke="#9a3b22" strokeWidth="2" opacity=".6" />
						</pattern>
					</defs>
					{marks.map((day, index) => (
						<g key={day}>
							<path className={chart.grid} d={`M${x(day)} ${HEAD - 6}V${height}`} />
							{index % every === 0 && (
								<text
									className={css.axis}
									x={Math.min(width - 24, Math.max(24, x(day)))}
									y={16}
									textAnchor="middle"
								>
									{isolate(short(day))}
								</text>
							)}
						</g>
					))}
					{rows.map((one, index) => {
						const top = HEAD + index * row;
						const label = `${one.critical ? "● " : ""}${text(one.name)}`;
						const letters = Math.floor((narrow ? width - 20 : names - 14) / 7);
						return (
							<g key={one.code}>
								<path className={chart.grid} d={`M0 ${top}H${width}`} />
								<text
									className={one.critical ? `${css.name} ${css.hot}` : css.name}
									x={rtl ? width - 6 : 6}
									y={narrow ? top + 18 : top + row / 2 + 4}
									textAnchor={rtl ? "end" : "start"}
								>
									{isolate(label.length > letters ? `${label.slice(0, letters - 1)}…` : label)}
								</text>
								{bar(one, narrow ? top + 25 : top + 7)}
								{one.due !== undefined && (
									<path
										d={`M${x(one.due) - 6} ${narrow ? top + 22 : top + 4}h12l-6 11Z`}
										fill="var(--brass-600)"
										stroke="#fff"
									/>
								)}
								{one.before && (
									<rect
										{...span(...one.before)}
										y={narrow ? top + 45 : top + 27}
										height="5"
										fill="var(--series-3)"
									/>
								)}
							</g>
						);
					})}
					{dated && today >= from && today <= to && (
						<path
							d={`M${x(today)} ${HEAD - 8}V${height}`}
							stroke="var(--brass-600)"
							strokeWidth="2"
							strokeDasharray="4 4"
						>
							<title>{t("gantt.today")}</title>
						</path>
					)}
				</svg>
			</div>
		</ChartFrame>
	);
}
