import { useTranslation } from "react-i18next";
import { Checkbox } from "@/ui/checkbox.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { Fields } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import css from "./gradebook.module.css";
import { ACCEPTED, type SchemeTyped } from "./scheme-values.ts";

const SHARES = [
	["attendance", "least_attendance"],
	["testAfter", "least_test_after"],
	["grade", "least_grade"],
] as const;

interface Props {
	typed: SchemeTyped;
	onChange: (patch: Partial<SchemeTyped>) => void;
	/** What is said of each field, by pointer into what is sent. */
	said: Readonly<Record<string, string | undefined>>;
}

/** What a certificate asks for; what is left empty is not asked for. */
export function ConditionFields({ typed, onChange, said }: Props) {
	const { t } = useTranslation("gradebook");
	const at = "/certificate/assignments_accepted";
	return (
		<fieldset className={css.group}>
			<legend>{t("scheme.conditions")}</legend>
			<p className="quiet">{t("scheme.conditionsLead")}</p>
			<Fields>
				{SHARES.map(([field, name]) => (
					<TextField
						key={field}
						label={t(`scheme.least.${field}`)}
						dir="ltr"
						inputMode="decimal"
						autoComplete="off"
						value={typed[field]}
						onChange={(text) => onChange({ [field]: text })}
						error={said[`/certificate/${name}`]}
					/>
				))}
				<NativeSelect
					label={t("scheme.accepted")}
					options={ACCEPTED.map((id) => ({ id, label: t(`scheme.acceptedIs.${id}`) }))}
					value={typed.accepted}
					onChange={(id) => onChange({ accepted: ACCEPTED.find((one) => one === id) ?? "none" })}
					error={typed.accepted === "some" ? undefined : said[at]}
				/>
				{typed.accepted === "some" && (
					<NumberField
						label={t("scheme.atLeast")}
						value={typed.atLeast}
						onChange={(atLeast) => onChange({ atLeast })}
						error={said[at] ?? said[`${at}/at_least`]}
						isRequired
					/>
				)}
			</Fields>
			<Checkbox isSelected={typed.evaluation} onChange={(evaluation) => onChange({ evaluation })}>
				{t("scheme.evaluation")}
			</Checkbox>
			{said["/certificate"] && <p>{said["/certificate"]}</p>}
		</fieldset>
	);
}
