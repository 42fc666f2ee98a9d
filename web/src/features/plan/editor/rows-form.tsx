import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import { Button } from "@/ui/button.tsx";
import { Plus } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { Card, Stack } from "@/ui/page.tsx";
import { boundsOf } from "../shape/geometry.ts";
import { MOST, type Plan } from "../shape/plan.ts";
import css from "./editor.module.css";
import { MetreField } from "./metre-field.tsx";
import type { Rows } from "./rows.ts";

/** The usual stand of an exhibition, from the corner of the first hall. */
export function firstRows(plan: Plan): Rows {
	const corner = boundsOf(plan.halls[0]?.polygon ?? []);
	return {
		hall: 0,
		x: corner?.x ?? 0,
		y: corner?.y ?? 0,
		count: 6,
		rows: 1,
		width: 300,
		depth: 300,
		gap: 0,
		between: 300,
		direction: "right_to_left",
	};
}

interface Props {
	plan: Plan;
	rows: Rows;
	onChange: (rows: Rows) => void;
	onAdd: () => void;
	/** What is about to be added is drawn while one works here. */
	onShow: (shown: boolean) => void;
}

/** A row of stands of one size, or several with aisles between: what an exhibition mostly consists of. */
export function RowsForm({ plan, rows, onChange, onAdd, onShow }: Props) {
	const { t } = useTranslation("plan");
	const { text } = useFormat();
	const id = useId();
	const set = (patch: Partial<Rows>) => onChange({ ...rows, ...patch });
	const count = rows.count * rows.rows;
	const tooMany = plan.stands.length + count > MOST.stands;
	return (
		<Card title={t("rows.title")}>
			{/* biome-ignore lint/a11y/useSemanticElements: a group that is told when one comes and goes */}
			<div
				role="group"
				aria-labelledby={id}
				onFocus={() => onShow(true)}
				onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || onShow(false)}
			>
				<Stack>
					<p id={id} className="quiet">
						{t("rows.lead")}
					</p>
					{plan.halls.length === 0 ? (
						<p>{t("rows.noHall")}</p>
					) : (
						<>
							<NativeSelect
								label={t("stand.hall")}
								options={plan.halls.map((hall, at) => ({
									id: String(at),
									label: text(hall.name) || hall.id,
								}))}
								value={String(rows.hall)}
								onChange={(at) => {
									const corner = boundsOf(plan.halls[Number(at)]?.polygon ?? []);
									set({ hall: Number(at), x: corner?.x ?? 0, y: corner?.y ?? 0 });
								}}
							/>
							<div className={css.pair}>
								<NumberField
									label={t("rows.count")}
									value={rows.count}
									onChange={(value) => set({ count: Math.min(value ?? 0, MOST.stands) })}
								/>
								<NumberField
									label={t("rows.rows")}
									value={rows.rows}
									onChange={(value) => set({ rows: Math.min(value ?? 0, 100) })}
								/>
								{(["width", "depth", "x", "y"] as const).map((side) => (
									<MetreField
										key={side}
										label={t(`outline.${side}`)}
										value={rows[side]}
										onChange={(value) => set({ [side]: value })}
										{...(side === "width" || side === "depth" ? { least: 10 } : {})}
									/>
								))}
								<MetreField
									label={t("rows.gap")}
									value={rows.gap}
									least={0}
									onChange={(gap) => set({ gap })}
								/>
								<MetreField
									label={t("rows.between")}
									value={rows.between}
									least={0}
									onChange={(between) => set({ between })}
								/>
							</div>
							<NativeSelect
								label={t("numbers.direction")}
								options={(["right_to_left", "left_to_right"] as const).map((way) => ({
									id: way,
									label: t(`numbers.${way}`),
								}))}
								value={rows.direction}
								onChange={(way) =>
									set({ direction: way === "left_to_right" ? way : "right_to_left" })
								}
							/>
							<div>
								<Button isDisabled={count === 0 || tooMany} onPress={onAdd}>
									<Plus size={16} />
									{t("rows.add", { count })}
								</Button>
							</div>
							{tooMany && <p>{t("rows.tooMany")}</p>}
						</>
					)}
				</Stack>
			</div>
		</Card>
	);
}
