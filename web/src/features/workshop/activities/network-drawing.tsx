import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Project, ProjectNetwork, ProjectSchedule } from "@/api/gen/types.gen.ts";
import { ChartFrame } from "@/charts/frame.tsx";
import { isolate } from "@/i18n/format.ts";
import { useFormat } from "@/i18n/index.tsx";
import { cx } from "@/ui/cx.ts";
import { Row } from "@/ui/page.tsx";
import { PrintButton, SheetHead, sheet } from "../sheet.tsx";
import css from "./activities.module.css";
import { linkPath } from "./link-path.ts";
import { writeKind } from "./rows.ts";
import { twoLines } from "./two-lines.ts";

const W = 164;
const H = 92;
const GAP_X = 58;
const GAP_Y = 26;
const PAD = 14;
const MEASURES = { width: W, height: H, gapX: GAP_X, gapY: GAP_Y };

const round = (value: number) => Math.round(value * 10) / 10;

interface Props {
	project: Project;
	schedule: ProjectSchedule;
	network: ProjectNetwork;
}

/** The network in the layers the server laid out, read in the language's direction. */
export function NetworkDrawing(props: Props) {
	const [printing, setPrinting] = useState(false);
	useEffect(() => {
		if (!printing) return;
		const end = () => setPrinting(false);
		addEventListener("afterprint", end);
		window.print();
		return () => removeEventListener("afterprint", end);
	}, [printing]);
	const { t } = useTranslation("workshop");
	const { text, number, dir } = useFormat();
	const { schedule: plan, activities: names } = props.schedule;
	const { layout } = plan;
	if (!layout) return null;
	const rtl = dir === "rtl";
	const look = cx(css.scroll, printing && sheet);
	const width = PAD * 2 + layout.layers * W + (layout.layers - 1) * GAP_X;
	// Lanes that only long links pass through are not drawn.
	const lanes = layout.places.map(({ y }) => y);
	const first = Math.min(...lanes);
	// Long links run under the last lane, too, and above the first.
	const height = PAD * 2 + GAP_Y + H + (Math.max(...lanes) - first) * (H + GAP_Y);
	const nodes = plan.activities.map((one, index) => {
		const place = layout.places[index];
		const step = (place?.layer ?? 0) * (W + GAP_X);
		return {
			...one,
			name: text(names[index]?.name),
			milestone: names[index]?.milestone ?? false,
			layer: place?.layer ?? 0,
			x: rtl ? width - PAD - W - step : PAD + step,
			y: PAD + GAP_Y / 2 + ((place?.y ?? first) - first) * (H + GAP_Y),
		};
	});
	const byCode = new Map(nodes.map((node) => [node.id, node]));
	const days = (minutes: number) => number(round(minutes / plan.minutes_per_day));
	const links = props.network.activities.flatMap((activity) =>
		(activity.predecessors ?? []).map((link) => ({
			key: `${link.code}→${activity.code}→${link.type ?? "fs"}`,
			from: byCode.get(link.code),
			to: byCode.get(activity.code),
			kind: writeKind(link),
		})),
	);
	return (
		<ChartFrame
			title={t("network.title")}
			head={[t("editor.name"), t("editor.predecessors"), t("network.layer")]}
			rows={nodes.map((node, index) => ({
				id: node.id,
				cells: [
					t(node.critical ? "gantt.criticalName" : "gantt.plainName", {
						code: node.id,
						name: node.name,
					}),
					(props.network.activities[index]?.predecessors ?? []).map(({ code }) => code).join(", "),
					number((layout.places[index]?.layer ?? 0) + 1),
				],
			}))}
		>
			<Row>
				<PrintButton onPress={() => setPrinting(true)}>{t("network.print")}</PrintButton>
				<p className="quiet">{t("network.legend")}</p>
			</Row>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
			<section className={look} aria-label={t("network.title")} tabIndex={0}>
				<SheetHead project={props.project} />
				<svg
					role="img"
					aria-label={t("network.label", {
						path: plan.critical_path.map((code) => byCode.get(code)?.name ?? code).join(" ← "),
					})}
					width={width}
					height={height}
					viewBox={`0 0 ${width} ${height}`}
					direction="ltr"
				>
					<defs>
						{(["hot", "cold"] as const).map((kind) => (
							<marker
								key={kind}
								id={`arrow-${kind}`}
								viewBox="0 0 6 6"
								refX="5.5"
								refY="3"
								markerWidth="6"
								markerHeight="6"
								orient="auto"
							>
								<path d="M0 0 6 3 0 6Z" fill={kind === "hot" ? "#9a3b22" : "#5c6862"} />
							</marker>
						))}
					</defs>
					{links.map(({ key, from, to, kind }, place) => {
						if (!from || !to) return null;
						const hot = from.critical && to.critical;
						const way = linkPath({ from, to, place }, nodes, MEASURES, rtl);
						const [x2, y2] = way.at(-1) ?? [0, 0];
						return (
							<g key={key}>
								<path
									d={`M${way.map((corner) => corner.join(" ")).join("L")}`}
									fill="none"
									stroke={hot ? "#9a3b22" : "#5c6862"}
									strokeWidth={hot ? 2.4 : 1.2}
									markerEnd={`url(#arrow-${hot ? "hot" : "cold"})`}
								/>
								{kind && (
									<text
										className={css.axis}
										x={x2 + ((rtl ? 1 : -1) * GAP_X) / 2}
										y={y2 - 6}
										textAnchor="middle"
									>
										{kind}
									</text>
								)}
							</g>
						);
					})}
					{nodes.map((node) => {
						const [near, far] = rtl ? [node.x + W - 8, node.x + 8] : [node.x + 8, node.x + W - 8];
						const [start, end] = rtl ? (["end", "start"] as const) : (["start", "end"] as const);
						const middle = node.x + W / 2;
						const lines = twoLines(`${node.id} · ${node.name}`, 22);
						return (
							<g key={node.id}>
								<title>{`${node.id} ${node.name}`}</title>
								<rect
									x={node.x}
									y={node.y}
									width={W}
									height={H}
									rx={node.milestone ? 20 : 5}
									fill={node.critical ? "var(--earth-50)" : "var(--surface)"}
									stroke={node.critical ? "var(--earth-700)" : "var(--line-strong)"}
									strokeWidth={node.critical ? 2.5 : 1}
								/>
								<g className={css.axis}>
									<text x={near} y={node.y + 18} textAnchor={start}>
										{days(node.early_start_minutes)}
									</text>
									<text x={middle} y={node.y + 18} textAnchor="middle">
										{isolate(
											node.milestone
												? t("editor.milestone")
												: t("days", { count: round(node.duration_minutes / plan.minutes_per_day) }),
										)}
									</text>
									<text x={far} y={node.y + 18} textAnchor={end}>
										{days(node.early_finish_minutes)}
									</text>
									<text x={near} y={node.y + H - 9} textAnchor={start}>
										{days(node.late_start_minutes)}
									</text>
									<text
										x={middle}
										y={node.y + H - 9}
										textAnchor="middle"
										className={node.critical ? css.hot : undefined}
									>
										{isolate(
											node.critical
												? t("gantt.critical")
												: t("network.float", { days: number(round(node.total_float_days)) }),
										)}
									</text>
									<text x={far} y={node.y + H - 9} textAnchor={end}>
										{days(node.late_finish_minutes)}
									</text>
								</g>
								{lines.map((line, index) => (
									<text
										key={line}
										className={node.critical ? `${css.name} ${css.hot}` : css.name}
										x={middle}
										y={node.y + (lines.length > 1 ? 42 : 51) + index * 18}
										textAnchor="middle"
									>
										{isolate(line)}
									</text>
								))}
							</g>
						);
					})}
				</svg>
			</section>
		</ChartFrame>
	);
}
