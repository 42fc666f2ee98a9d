import { useTranslation } from "react-i18next";
import { Fields, Wide } from "@/ui/page.tsx";
import { withForm } from "./bound-fields.tsx";
import { EMPTY, KINDS, LEVELS } from "./values.ts";

export const IdentityStep = withForm({
	defaultValues: EMPTY,
	render: function IdentityStep({ form }) {
		const { t } = useTranslation(["associations", "common"]);
		return (
			<Fields>
				<Wide>
					<form.AppField name="name.ar">
						{(f) => <f.TextBox label={t("field.nameAr")} hint={t("form.nameHint")} dir="rtl" />}
					</form.AppField>
				</Wide>
				<form.AppField name="name.fr">
					{(f) => <f.TextBox label={t("field.nameFr")} dir="ltr" optional />}
				</form.AppField>
				<form.AppField name="name.en">
					{(f) => <f.TextBox label={t("field.nameEn")} dir="ltr" optional />}
				</form.AppField>
				<form.AppField name="level">
					{(f) => (
						<f.Choice
							label={t("field.level")}
							hint={t("form.levelHint")}
							options={LEVELS.map((id) => ({ id, label: t(`common:level.${id}`) }))}
						/>
					)}
				</form.AppField>
				<form.AppField name="kind">
					{(f) => (
						<f.Choice
							label={t("field.kind")}
							hint={t("form.kindHint")}
							options={KINDS.map((id) => ({ id, label: t(`common:kind.${id}`) }))}
						/>
					)}
				</form.AppField>
				<form.AppField name="founded_on">
					{(f) => <f.DateBox label={t("field.foundedOn")} optional />}
				</form.AppField>
				<form.AppField name="acronym">
					{(f) => <f.TextBox label={t("field.acronym")} dir="auto" optional />}
				</form.AppField>
				<form.AppField name="founders.count">
					{(f) => <f.NumberBox label={t("field.founders")} optional />}
				</form.AppField>
				<form.AppField name="founders.communes">
					{(f) => <f.NumberBox label={t("field.founderCommunes")} optional />}
				</form.AppField>
				<form.AppField name="founders.wilayas">
					{(f) => <f.NumberBox label={t("field.founderWilayas")} optional />}
				</form.AppField>
			</Fields>
		);
	},
});
