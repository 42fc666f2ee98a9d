import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { Stack } from "@/ui/page.tsx";
import type { Stand } from "../shape/plan.ts";
import { withQuarter, withServices, withStands } from "./changes.ts";
import css from "./editor.module.css";
import { NameField } from "./name-field.tsx";
import type { Editor } from "./use-editor.ts";

interface Props {
	editor: Editor;
	/** Places of the stands in the list: one, or several that get the same. */
	places: readonly number[];
	said: Readonly<Record<string, string | undefined>>;
}

/** What all of them have alike, or nothing. */
const alike = <T,>(values: readonly T[]): T | null =>
	values.every((value) => value === values[0]) ? (values[0] ?? null) : null;

/** Number, hall and what is laid on: of one stand, or of all that are chosen at once. */
export function StandFields({ editor, places, said }: Props) {
	const { t } = useTranslation("plan");
	const { text } = useFormat();
	const { plan } = editor;
	const stands = places.flatMap((at) => plan.stands[at] ?? []);
	const first = stands[0];
	if (!first) return null;
	const at = `/stands/${places[0]}`;
	const one = stands.length === 1;
	const set = (patch: Partial<Stand>, what: string) =>
		editor.change(withStands(plan, places, patch), `${what} ${places}`);
	const serve = (patch: Partial<Stand["services"]>, what: string) =>
		editor.change(withServices(plan, places, patch), `${what} ${places}`);
	const all = (test: (stand: Stand) => boolean) => stands.every(test);
	const numbers = stands.map(({ number }) => number);
	const putIn = (id: string | null) => {
		const quarter = plan.quarters.findIndex((found) => found.id === id);
		const listed = plan.quarters[quarter]?.stands;
		if (listed)
			editor.change(withQuarter(plan, quarter, { stands: [...new Set([...listed, ...numbers])] }));
	};
	return (
		<Stack>
			{one && (
				<NameField
					label={t("stand.number")}
					value={first.number}
					taken={plan.stands.map(({ number }) => number)}
					onChange={(number) => set({ number }, "number")}
					error={said[`${at}/number`]}
				/>
			)}
			<NativeSelect
				label={t("stand.hall")}
				empty={t("choose")}
				options={plan.halls.map(({ id, name }) => ({ id, label: text(name) || id }))}
				value={alike(stands.map(({ hall }) => hall))}
				onChange={(hall) => hall && set({ hall }, "hall")}
				error={said[`${at}/hall`]}
			/>
			<div className={css.pair}>
				<NumberField
					label={t("stand.power")}
					value={alike(stands.map(({ services }) => services.power_w))}
					onChange={(power) => serve({ power_w: power ?? 0 }, "power")}
					error={said[`${at}/services/power_w`]}
				/>
				<NumberField
					label={t("stand.openSides")}
					value={alike(stands.map(({ open_sides }) => open_sides))}
					onChange={(sides) => set({ open_sides: sides ?? 0 }, "sides")}
					error={said[`${at}/open_sides`]}
				/>
			</div>
			<Checkbox
				isSelected={all(({ services }) => services.water)}
				onChange={(water) => serve({ water }, "water")}
			>
				{t("stand.water")}
			</Checkbox>
			<Checkbox
				isSelected={all(({ services }) => services.fire)}
				onChange={(fire) => serve({ fire }, "fire")}
			>
				{t("stand.fire")}
			</Checkbox>
			<Checkbox
				isSelected={all(({ corner }) => corner)}
				onChange={(corner) => set({ corner }, "corner")}
			>
				{t("stand.corner")}
			</Checkbox>
			{plan.quarters.length > 0 && (
				<NativeSelect
					label={t("stand.putIn")}
					empty={t("choose")}
					options={plan.quarters.map(({ id, name }) => ({ id, label: text(name) || id }))}
					value={
						plan.quarters.find(({ stands: listed }) =>
							numbers.every((number) => listed.includes(number)),
						)?.id
					}
					onChange={putIn}
				/>
			)}
		</Stack>
	);
}
