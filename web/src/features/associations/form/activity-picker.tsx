import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { fold } from "@/i18n/fold.ts";
import { useCraftActivities } from "@/reference/use-reference.ts";
import { Button } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import field from "@/ui/field.module.css";
import { ErrorText, Remark } from "@/ui/field.tsx";
import { Cross } from "@/ui/icons.tsx";
import rows from "@/ui/rows.module.css";
import { TextField } from "@/ui/text-field.tsx";
import { useMarked } from "./bound-fields.tsx";
import css from "./form.module.css";

/** Rows shown at once; a word narrows the list down. */
const SHOWN = 60;

/** The single activities of the chosen sectors: searched in any spelling, ticked, taken out again. */
export function ActivityPicker({ sectors }: { sectors: readonly string[] }) {
	const { t } = useTranslation(["associations", "common"]);
	const { value, set, mark } = useMarked<string[]>();
	const activities = useCraftActivities(true);
	const [typed, setTyped] = useState("");
	const said = useId();
	const open = activities.rows.filter((row) => sectors.includes(row.sector));
	const wanted = fold(typed.trim());
	const found = open.filter((row) => fold(row.label).includes(wanted) || row.id.includes(wanted));
	const toggle = (code: string, on: boolean) =>
		set(on ? [...value, code].sort() : value.filter((one) => one !== code));
	return (
		<fieldset className={field.field} id={mark.id} tabIndex={-1}>
			<legend className={field.label}>
				{t("field.activities")} <span className={field.note}>({t("common:state.optional")})</span>
			</legend>
			<Remark>{mark.remark}</Remark>
			{value.length > 0 && (
				<ul className={css.chosen} aria-label={t("form.activitiesChosen")}>
					{value.map((code) => (
						<li key={code}>
							<bdi>{activities.name(code)}</bdi>
							<Button
								small
								variant="quiet"
								aria-label={t("form.activityRemove", { name: activities.name(code) })}
								onPress={() => toggle(code, false)}
							>
								<Cross size={16} />
							</Button>
						</li>
					))}
				</ul>
			)}
			{activities.failed ? (
				<div className={rows.ends}>
					<p className={field.hint}>{t("form.activitiesFailed")}</p>
					<Button small onPress={activities.retry}>
						{t("common:action.retry")}
					</Button>
				</div>
			) : activities.pending ? (
				<p className={field.hint}>{t("common:state.loading")}</p>
			) : sectors.length === 0 ? (
				<p className={field.hint}>{t("form.activitiesFirst")}</p>
			) : open.length === 0 ? (
				<p className={field.hint}>{t("form.activitiesNone")}</p>
			) : (
				<>
					<TextField
						label={t("form.activitySearch")}
						dir="auto"
						type="search"
						autoComplete="off"
						value={typed}
						onChange={setTyped}
					/>
					<p className={field.hint} id={said} role="status">
						{found.length > SHOWN
							? t("form.activitiesMany", { shown: SHOWN, count: found.length })
							: t("form.activitiesFound", { count: found.length })}
					</p>
					{found.length > 0 && (
						// biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
						<section className={css.found} aria-labelledby={said} tabIndex={0}>
							{found.slice(0, SHOWN).map((row) => (
								<Checkbox
									key={row.id}
									isSelected={value.includes(row.id)}
									onChange={(on) => toggle(row.id, on)}
								>
									{row.label}
								</Checkbox>
							))}
						</section>
					)}
				</>
			)}
			{mark.error && (
				<span className={field.error}>
					<ErrorText>{mark.error}</ErrorText>
				</span>
			)}
		</fieldset>
	);
}
