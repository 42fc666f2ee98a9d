import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import { noNames } from "@/i18n/names.ts";
import { Button } from "@/ui/button.tsx";
import { Plus, Trash } from "@/ui/icons.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { OrderedRows } from "@/ui/ordered-rows.tsx";
import { Card } from "@/ui/page.tsx";
import { withoutRow, withRow } from "@/ui/row-list.ts";
import { TextField } from "@/ui/text-field.tsx";
import { TextInThree } from "@/ui/text-in-three.tsx";
import css from "./call-form.module.css";
import type { Section } from "./section.ts";
import { type AnchorTyped, newCriterion } from "./values.ts";

const MOST = 20;
const MOST_ANCHORS = 11;

interface AnchorsProps {
	anchors: readonly AnchorTyped[];
	onChange: (anchors: AnchorTyped[]) => void;
	said: Section["said"];
	at: string;
}

/** What points mean: as many as make reviewers agree. */
function Anchors({ anchors, onChange, said, at }: AnchorsProps) {
	const { t } = useTranslation("events");
	return (
		<fieldset className={css.anchors}>
			<legend>{t("call.anchors")}</legend>
			{anchors.map((row, index) => {
				const set = (patch: Partial<AnchorTyped>) => onChange(withRow(anchors, index, patch));
				return (
					// biome-ignore lint/suspicious/noArrayIndexKey: an anchor has no other name while it is typed
					<div key={index} className={css.anchor}>
						<NumberField
							label={t("callForm.points")}
							value={row.points}
							onChange={(points) => set({ points })}
							error={said[`${at}/${index}/points`]}
							isRequired
						/>
						<TextInThree
							label={t("callForm.meaning")}
							value={row.meaning}
							onChange={(meaning) => set({ meaning })}
							said={said}
							at={`${at}/${index}/meaning`}
							isRequired
							folded
						/>
						<Button
							small
							variant="quiet"
							aria-label={t("callForm.removeAnchor", { number: index + 1 })}
							onPress={() => onChange(withoutRow(anchors, index))}
						>
							<Trash size={16} />
						</Button>
					</div>
				);
			})}
			<div>
				<Button
					small
					isDisabled={anchors.length >= MOST_ANCHORS}
					onPress={() => onChange([...anchors, { points: null, meaning: noNames }])}
				>
					<Plus size={16} />
					{t("callForm.addAnchor")}
				</Button>
			</div>
		</fieldset>
	);
}

/** What reviewers score. */
export function CriteriaSection({ typed, onChange, said }: Section) {
	const { t } = useTranslation(["events", "common"]);
	const { number } = useFormat();
	const { criteria } = typed;
	const total = criteria.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
	return (
		<Card title={t("call.criteria")}>
			<OrderedRows
				lead={t("callForm.criteriaLead")}
				add={t("callForm.addCriterion")}
				rows={criteria}
				onChange={(next) => onChange({ criteria: next })}
				blank={() => newCriterion(criteria)}
				legend={(row, index) => row.name.ar || t("callForm.criterion", { number: index + 1 })}
				most={MOST}
			>
				{(row, index, set) => {
					const at = `/criteria/${index}`;
					return (
						<>
							<TextInThree
								label={t("callForm.criterionName")}
								value={row.name}
								onChange={(name) => set({ name })}
								said={said}
								at={`${at}/name`}
								isRequired
								folded
							/>
							<div className={css.pair}>
								<NumberField
									label={t("call.weight")}
									hint={
										row.weight && total > 0
											? t("callForm.share", {
													share: number(row.weight / total, { style: "percent" }),
												})
											: t("callForm.weightHint")
									}
									value={row.weight}
									onChange={(weight) => set({ weight })}
									error={said[`${at}/weight`]}
									isRequired
								/>
								<TextField
									label={t("callForm.code")}
									hint={t("callForm.codeHint")}
									dir="ltr"
									autoComplete="off"
									value={row.code}
									onChange={(code) => set({ code })}
									error={said[`${at}/code`]}
									isRequired
								/>
							</div>
							<Anchors
								anchors={row.anchors}
								onChange={(anchors) => set({ anchors })}
								said={said}
								at={`${at}/anchors`}
							/>
						</>
					);
				}}
			</OrderedRows>
			<div className={css.short}>
				<NumberField
					label={t("callForm.leastPoints")}
					note={t("common:state.optional")}
					hint={t("callForm.leastPointsHint")}
					value={typed.leastPoints}
					onChange={(leastPoints) => onChange({ leastPoints })}
					error={said["/least_points"]}
				/>
			</div>
		</Card>
	);
}
