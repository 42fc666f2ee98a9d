import { useTranslation } from "react-i18next";
import { useOffice } from "@/reference/use-office.ts";
import { Fields, Wide } from "@/ui/page.tsx";
import { RowGroup, Rows } from "@/ui/rows.tsx";
import { withForm } from "./bound-fields.tsx";
import { EMPTY, emptyMandate, GENDERS, OFFICES } from "./values.ts";

/** Terms of office as dated rows: who holds which office, from when, until when. */
export const BoardStep = withForm({
	defaultValues: EMPTY,
	render: function BoardStep({ form }) {
		const { t } = useTranslation("associations");
		const office = useOffice();
		return (
			<form.Field name="mandates" mode="array">
				{(rows) => (
					<Rows
						lead={t("form.boardLead")}
						add={t("form.addMandate")}
						onAdd={() => {
							const held = new Set(rows.state.value.map((row) => row.office));
							rows.pushValue(emptyMandate(OFFICES.find((one) => !held.has(one)) ?? "member"));
						}}
					>
						{rows.state.value.map((row, index) => (
							<RowGroup
								// biome-ignore lint/suspicious/noArrayIndexKey: the row has no other name while it is typed
								key={index}
								legend={row.office ? office(row.office, row.gender) : t("form.office")}
								onRemove={() => rows.removeValue(index)}
							>
								<Fields>
									<form.AppField name={`mandates[${index}].person_name`}>
										{(f) => <f.TextBox label={t("form.personName")} dir="auto" />}
									</form.AppField>
									<form.AppField name={`mandates[${index}].office`}>
										{(f) => (
											<f.Choice
												label={t("form.office")}
												options={OFFICES.map((id) => ({ id, label: office(id, row.gender) }))}
											/>
										)}
									</form.AppField>
									<form.AppField name={`mandates[${index}].gender`}>
										{(f) => (
											<f.Choice
												label={t("form.gender")}
												options={GENDERS.map((id) => ({ id, label: t(`gender.${id}`) }))}
											/>
										)}
									</form.AppField>
									<form.AppField name={`mandates[${index}].born_on`}>
										{(f) => (
											<f.DateBox label={t("form.bornOn")} hint={t("form.bornOnHint")} optional />
										)}
									</form.AppField>
									<form.AppField name={`mandates[${index}].starts_on`}>
										{(f) => <f.DateBox label={t("form.startsOn")} />}
									</form.AppField>
									<form.AppField name={`mandates[${index}].ends_on`}>
										{(f) => (
											<f.DateBox label={t("form.endsOn")} hint={t("form.endsOnHint")} optional />
										)}
									</form.AppField>
									<Wide>
										<form.AppField name={`mandates[${index}].public`}>
											{(f) => <f.Tick>{t("form.mandatePublic")}</f.Tick>}
										</form.AppField>
									</Wide>
								</Fields>
							</RowGroup>
						))}
					</Rows>
				)}
			</form.Field>
		);
	},
});
