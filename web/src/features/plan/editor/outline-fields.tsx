import { useTranslation } from "react-i18next";
import { Button } from "@/ui/button.tsx";
import { Plus, Trash } from "@/ui/icons.tsx";
import { boxOf, rectangle } from "../shape/geometry.ts";
import type { Point, Polygon } from "../shape/plan.ts";
import css from "./editor.module.css";
import { MetreField } from "./metre-field.tsx";

interface Props {
	polygon: Polygon;
	onChange: (polygon: Polygon, what: string) => void;
	error: string | undefined;
}

/** Place and size in metres: what the pointer draws, for the keyboard and for exact work. */
export function OutlineFields({ polygon, onChange, error }: Props) {
	const { t } = useTranslation("plan");
	const box = boxOf(polygon);
	const setCorner = (at: number, patch: Partial<Point>) =>
		onChange(
			polygon.map((corner, index) => (index === at ? { ...corner, ...patch } : corner)),
			`corner ${at}`,
		);
	const addCorner = () => {
		const [last, first] = [polygon.at(-1), polygon[0]];
		if (!last || !first) return;
		const middle = { x: Math.round((last.x + first.x) / 2), y: Math.round((last.y + first.y) / 2) };
		onChange([...polygon, middle], "corners");
	};
	return (
		<>
			{box && (
				<div className={css.pair}>
					{(["x", "y", "width", "depth"] as const).map((side, at) => (
						<MetreField
							key={side}
							label={t(`outline.${side}`)}
							value={box[side]}
							{...(at > 1 ? { least: 1 } : {})}
							onChange={(value) => onChange(rectangle({ ...box, [side]: value }), side)}
							error={at === 0 ? error : undefined}
						/>
					))}
				</div>
			)}
			<details open={!box || undefined}>
				<summary>{t("outline.corners", { count: polygon.length })}</summary>
				<div className={css.corners}>
					{polygon.map(({ x, y }, at) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: corners have nothing but their place
						<div key={at} className={css.corner}>
							<MetreField
								label={t("outline.cornerX", { at: at + 1 })}
								value={x}
								onChange={(value) => setCorner(at, { x: value })}
								error={!box && at === 0 ? error : undefined}
							/>
							<MetreField
								label={t("outline.cornerY", { at: at + 1 })}
								value={y}
								onChange={(value) => setCorner(at, { y: value })}
							/>
							<Button
								small
								isDisabled={polygon.length < 4}
								aria-label={t("outline.removeCorner", { at: at + 1 })}
								onPress={() =>
									onChange(
										polygon.filter((_, index) => index !== at),
										"corners",
									)
								}
							>
								<Trash size={16} />
							</Button>
						</div>
					))}
					<div>
						<Button small onPress={addCorner}>
							<Plus size={16} />
							{t("outline.addCorner")}
						</Button>
					</div>
				</div>
			</details>
		</>
	);
}
