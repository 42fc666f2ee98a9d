import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { ChartFrame } from "@/charts/frame.tsx";
import { useFormat } from "@/i18n/index.tsx";
import { Button } from "@/ui/button.tsx";
import { classes, classOf, NORTH, PATHS, WHOLE } from "./map-geometry.ts";
import { useWilayas } from "./use-reference.ts";
import css from "./wilaya-map.module.css";

interface Props {
	title: string;
	/** Associations of each wilaya. */
	counts: ReadonlyMap<string, number>;
	/** Wilayas whose number is not told: not the same as none. */
	hidden?: ReadonlySet<string>;
	selected?: string | undefined;
	onSelect: (wilaya: string) => void;
	/** Says where the keyboard finds the same choice. */
	hint: string;
}

/**
 * Choropleth of the wilayas, never mirrored. For the pointer only: sixty-nine stops of the tab key
 * would be hostile, so a list elsewhere on the page makes the same choice and the hint says so.
 */
export function WilayaMap({ title, counts, hidden, selected, onSelect, hint }: Props) {
	const { t } = useTranslation("common");
	const { number } = useFormat();
	const wilayas = useWilayas();
	const [north, setNorth] = useState(false);
	const [under, setUnder] = useState<string>();
	const ends = useMemo(() => classes([...counts.values()]), [counts]);
	const shown = under ?? selected;
	const count = (code: string) => counts.get(code) ?? 0;
	const secret = (code: string) => hidden?.has(code) ?? false;
	const rows = PATHS.map(([code]) => ({ code, count: count(code) }))
		.sort((a, b) => b.count - a.count || a.code.localeCompare(b.code))
		.map((row) => ({
			id: row.code,
			cells: [
				`${row.code} ${wilayas.name(row.code)}`,
				secret(row.code) ? t("map.hidden") : number(row.count),
			],
		}));
	return (
		<ChartFrame
			title={title}
			head={[t("field.wilaya"), t("chart.associations")]}
			rows={counts.size > 0 ? rows : []}
			actions={
				<Button small variant="quiet" onPress={() => setNorth(!north)}>
					{t(north ? "map.whole" : "map.north")}
				</Button>
			}
		>
			<svg
				viewBox={north ? NORTH : WHOLE}
				role="img"
				aria-label={title}
				direction="ltr"
				className={css.drawing}
				onPointerLeave={() => setUnder(undefined)}
			>
				{/* The chosen one is drawn last, or its neighbours would cover its outline. */}
				{PATHS.toSorted(([a], [b]) => Number(a === selected) - Number(b === selected)).map(
					([code, path]) => (
						// biome-ignore lint/a11y/noStaticElementInteractions: the list of wilayas does the same
						<path
							key={code}
							d={path}
							className={css.wilaya}
							data-level={secret(code) ? "hidden" : classOf(count(code), ends)}
							data-selected={code === selected || undefined}
							onPointerEnter={() => setUnder(code)}
							onClick={() => onSelect(code)}
						/>
					),
				)}
			</svg>
			<p className={css.reading} aria-live="polite">
				{shown ? (
					<>
						<b>
							{shown} {wilayas.name(shown)}
						</b>{" "}
						· {secret(shown) ? t("map.hidden") : t("map.count", { count: count(shown) })}
					</>
				) : (
					hint
				)}
			</p>
			{(ends.length > 0 || (hidden?.size ?? 0) > 0) && (
				<ol className={css.legend} aria-label={t("map.legend")}>
					{[0, ...ends].map((end, index, all) => (
						<li key={end} data-level={index}>
							<i />
							<span className="ltr">
								{index < 2 || (all[index - 1] ?? 0) + 1 === end
									? index === 1 && end > 1
										? `1–${number(end)}`
										: number(end)
									: `${number((all[index - 1] ?? 0) + 1)}–${number(end)}`}
							</span>
						</li>
					))}
					{hidden && hidden.size > 0 && (
						<li data-level="hidden">
							<i />
							{t("map.hidden")}
						</li>
					)}
				</ol>
			)}
		</ChartFrame>
	);
}
