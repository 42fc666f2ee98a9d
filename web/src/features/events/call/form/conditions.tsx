import { useId } from "react";
import { useTranslation } from "react-i18next";
import { type Conditions, Kind, Level } from "@/api/gen/types.gen.ts";
import { useCraftSectors, useWilayas } from "@/reference/use-reference.ts";
import { Checkbox } from "@/ui/checkbox.tsx";
import { wordOnAny } from "@/ui/code-choice.tsx";
import { CodeList } from "@/ui/code-list.tsx";
import field from "@/ui/field.module.css";
import { ErrorText } from "@/ui/field.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { FLAGS } from "../condition-words.ts";
import css from "./call-form.module.css";
import type { Section } from "./section.ts";

interface Props {
	value: Conditions;
	onChange: (conditions: Conditions) => void;
	said: Section["said"];
	/** Where they stand in what is sent. */
	at: string;
}

interface BoxesProps<Code extends string> {
	legend: string;
	options: readonly { id: Code; label: string }[];
	chosen: readonly Code[];
	onChange: (chosen: Code[]) => void;
}

/** Any number of a few. */
function Boxes<Code extends string>({ legend, options, chosen, onChange }: BoxesProps<Code>) {
	return (
		<fieldset>
			<legend className={field.label}>{legend}</legend>
			<div className={css.boxes}>
				{options.map(({ id, label }) => (
					<Checkbox
						key={id}
						isSelected={chosen.includes(id)}
						onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
					>
						{label}
					</Checkbox>
				))}
			</div>
		</fieldset>
	);
}

/** Conditions on an association, as data: what is left open asks nothing. */
export function ConditionsEditor({ value, onChange, said, at }: Props) {
	const { t } = useTranslation(["events", "common"]);
	const wilayas = useWilayas();
	const sectors = useCraftSectors();
	const name = useId();
	const set = (patch: Partial<Conditions>) => onChange({ ...value, ...patch });
	const words = Object.fromEntries(
		Object.entries(said).flatMap(([pointer, word]) => (word ? [[pointer, word]] : [])),
	);
	return (
		<div className={css.editor}>
			<fieldset aria-describedby={said[at] ? `${name}-error` : undefined}>
				<legend className={field.label}>{t("callForm.situation")}</legend>
				<div className={css.boxes}>
					{FLAGS.map((flag) => (
						<Checkbox
							key={flag}
							isSelected={value[flag] ?? false}
							onChange={(on) => set({ [flag]: on })}
						>
							{t(`condition.${flag}`)}
						</Checkbox>
					))}
				</div>
				{said[at] && (
					<span id={`${name}-error`} className={field.error}>
						<ErrorText>{said[at]}</ErrorText>
					</span>
				)}
			</fieldset>
			<Boxes
				legend={t("callForm.levels")}
				options={Object.values(Level).map((id) => ({ id, label: t(`common:level.${id}`) }))}
				chosen={value.levels ?? []}
				onChange={(levels) => set({ levels })}
			/>
			<Boxes
				legend={t("callForm.kinds")}
				options={Object.values(Kind).map((id) => ({ id, label: t(`common:kind.${id}`) }))}
				chosen={value.kinds ?? []}
				onChange={(kinds) => set({ kinds })}
			/>
			<div className={css.pair}>
				<CodeList
					label={t("callForm.sector")}
					empty={t(value.craft_sectors?.length ? "callForm.another" : "callForm.any")}
					remove={(one) => t("callForm.removeCode", { name: one })}
					options={sectors.options}
					name={sectors.name}
					chosen={value.craft_sectors ?? []}
					onChange={(craft_sectors) => set({ craft_sectors })}
					error={wordOnAny(words, `${at}/craft_sectors`)}
				/>
				<CodeList
					label={t("callForm.wilaya")}
					empty={t(value.wilayas?.length ? "callForm.another" : "callForm.any")}
					remove={(one) => t("callForm.removeCode", { name: one })}
					options={wilayas.options}
					name={wilayas.name}
					chosen={value.wilayas ?? []}
					onChange={(chosen) => set({ wilayas: chosen })}
					error={wordOnAny(words, `${at}/wilayas`)}
				/>
			</div>
			<div className={css.short}>
				<NumberField
					label={t("callForm.years")}
					note={t("common:state.optional")}
					value={value.registered_years ?? null}
					onChange={(registered_years) => set({ registered_years })}
					error={said[`${at}/registered_years`]}
				/>
			</div>
		</div>
	);
}
