import { useStore } from "@tanstack/react-form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { communesQuery } from "@/reference/queries.ts";
import { useCommunes, useCraftSectors, useWilayas } from "@/reference/use-reference.ts";
import { Button } from "@/ui/button.tsx";
import { Pin } from "@/ui/icons.tsx";
import { Fields, Wide } from "@/ui/page.tsx";
import rows from "@/ui/rows.module.css";
import { RowGroup, Rows } from "@/ui/rows.tsx";
import { COUNTS } from "../headcounts.tsx";
import { ActivityPicker } from "./activity-picker.tsx";
import { withForm } from "./bound-fields.tsx";
import css from "./form.module.css";
import { CONTACT_KINDS, EMPTY, emptyHeadcount, REGIMES } from "./values.ts";

export const LegalStep = withForm({
	defaultValues: EMPTY,
	render: function LegalStep({ form }) {
		const { t } = useTranslation("associations");
		return (
			<Fields>
				<form.AppField name="legal_regime">
					{(f) => (
						<f.Choice
							label={t("field.legalRegime")}
							options={REGIMES.map((id) => ({ id, label: t(`regime.${id}`) }))}
						/>
					)}
				</form.AppField>
				<form.AppField name="receipt.number">
					{(f) => (
						<f.TextBox
							label={t("field.receiptNumber")}
							hint={t("form.receiptHint")}
							dir="auto"
							optional
						/>
					)}
				</form.AppField>
				<form.AppField name="receipt.authority">
					{(f) => <f.TextBox label={t("field.receiptAuthority")} dir="auto" optional />}
				</form.AppField>
				<Wide>
					<form.AppField name="receipt.date">
						{(f) => <f.DateBox label={t("field.receiptDate")} optional />}
					</form.AppField>
				</Wide>
			</Fields>
		);
	},
});

export const SeatStep = withForm({
	defaultValues: EMPTY,
	render: function SeatStep({ form }) {
		const { t } = useTranslation(["associations", "common"]);
		const wilaya = useStore(form.store, (state) => state.values.seat.wilaya_code) ?? "";
		const level = useStore(form.store, (state) => state.values.level);
		const wilayas = useWilayas();
		const communes = useCommunes(wilaya);
		const commune = useStore(form.store, (state) => state.values.seat.commune_code);
		const point = useQuery(communesQuery(wilaya)).data?.find((one) => one.code === commune)?.point;
		return (
			<Fields>
				<form.AppField name="seat.wilaya_code">
					{(f) => (
						<f.Choice
							label={t("common:field.wilaya")}
							options={wilayas.options}
							onChoose={() => form.setFieldValue("seat.commune_code", null)}
						/>
					)}
				</form.AppField>
				<form.AppField name="seat.commune_code">
					{(f) => (
						<f.Choice
							label={t("common:field.commune")}
							options={communes.options}
							isDisabled={communes.options.length === 0}
						/>
					)}
				</form.AppField>
				<Wide>
					<form.AppField name="seat.address">
						{(f) => (
							<f.TextBox
								label={t("field.address")}
								dir="auto"
								autoComplete="street-address"
								optional
							/>
						)}
					</form.AppField>
				</Wide>
				<Wide>
					<fieldset className={rows.group}>
						<legend>{t("form.point")}</legend>
						<p className={rows.lead}>{t("form.pointLead")}</p>
						<div className={css.counts}>
							<form.AppField name="seat.latitude">
								{(f) => (
									<f.TextBox
										label={t("field.latitude")}
										hint={t("form.latitudeHint")}
										dir="ltr"
										inputMode="decimal"
										autoComplete="off"
										optional
									/>
								)}
							</form.AppField>
							<form.AppField name="seat.longitude">
								{(f) => (
									<f.TextBox
										label={t("field.longitude")}
										hint={t("form.longitudeHint")}
										dir="ltr"
										inputMode="decimal"
										autoComplete="off"
										optional
									/>
								)}
							</form.AppField>
						</div>
						<Button
							small
							isDisabled={!point}
							onPress={() => {
								if (!point) return;
								form.setFieldValue("seat.latitude", String(point.latitude));
								form.setFieldValue("seat.longitude", String(point.longitude));
							}}
						>
							<Pin size={16} />
							{t("form.communePoint")}
						</Button>
					</fieldset>
				</Wide>
				{(level === "inter_wilaya" || level === "national") && (
					<Wide>
						<form.AppField name="territory">
							{(f) => (
								<f.Several
									label={t("field.territory")}
									hint={t("form.territoryHint")}
									options={wilayas.options}
								/>
							)}
						</form.AppField>
					</Wide>
				)}
			</Fields>
		);
	},
});

export const CraftsStep = withForm({
	defaultValues: EMPTY,
	render: function CraftsStep({ form }) {
		const { t } = useTranslation("associations");
		const sectors = useCraftSectors();
		const chosen = useStore(form.store, (state) => state.values.craft_sectors);
		return (
			<div className={rows.rows}>
				<form.AppField name="craft_sectors">
					{(f) => (
						<f.Several
							label={t("section.crafts")}
							hint={t("form.craftsHint")}
							options={sectors.options}
						/>
					)}
				</form.AppField>
				<form.AppField name="craft_activities">
					{() => <ActivityPicker sectors={chosen} />}
				</form.AppField>
			</div>
		);
	},
});

export const PeopleStep = withForm({
	defaultValues: EMPTY,
	render: function PeopleStep({ form }) {
		const { t } = useTranslation(["associations", "common"]);
		return (
			<form.Field name="headcounts" mode="array">
				{(rows) => (
					<Rows
						lead={t("form.headcountsLead")}
						add={t("form.addHeadcount")}
						onAdd={() => {
							const years = rows.state.value.map((row) => row.year ?? 0);
							const latest = new Date().getFullYear() - 1;
							rows.pushValue(emptyHeadcount(years.length ? Math.min(...years) - 1 : latest));
						}}
					>
						{rows.state.value.map((row, index) => (
							<RowGroup
								// biome-ignore lint/suspicious/noArrayIndexKey: the row has no other name while it is typed
								key={index}
								legend={t("form.headcountOf", { year: String(row.year ?? "—") })}
								onRemove={() => rows.removeValue(index)}
							>
								<div className={css.counts}>
									<form.AppField name={`headcounts[${index}].year`}>
										{(f) => <f.NumberBox label={t("count.year")} />}
									</form.AppField>
									{COUNTS.map((count) => (
										<form.AppField key={count} name={`headcounts[${index}].${count}`}>
											{(f) => (
												<f.NumberBox label={t(`count.${count}`)} optional={count !== "members"} />
											)}
										</form.AppField>
									))}
								</div>
							</RowGroup>
						))}
					</Rows>
				)}
			</form.Field>
		);
	},
});

export const ContactsStep = withForm({
	defaultValues: EMPTY,
	render: function ContactsStep({ form }) {
		const { t } = useTranslation(["associations", "common"]);
		return (
			<form.Field name="contacts" mode="array">
				{(rows) => (
					<Rows
						lead={t("form.contactsLead")}
						add={t("form.addContact")}
						onAdd={() => rows.pushValue({ kind: "email", value: "", public: false })}
					>
						{rows.state.value.map((row, index) => (
							<RowGroup
								// biome-ignore lint/suspicious/noArrayIndexKey: the row has no other name while it is typed
								key={index}
								legend={t(`contactKind.${row.kind}`)}
								onRemove={() => rows.removeValue(index)}
								beside={
									<form.AppField name={`contacts[${index}].public`}>
										{(f) => <f.Tick>{t("form.contactPublic")}</f.Tick>}
									</form.AppField>
								}
							>
								<div className={css.contact}>
									<form.AppField name={`contacts[${index}].kind`}>
										{(f) => (
											<f.Choice
												label={t("form.contactKind")}
												options={CONTACT_KINDS.map((id) => ({
													id,
													label: t(`contactKind.${id}`),
												}))}
											/>
										)}
									</form.AppField>
									<form.AppField name={`contacts[${index}].value`}>
										{(f) => <f.TextBox label={t(`contactKind.${row.kind}`)} dir="ltr" optional />}
									</form.AppField>
								</div>
							</RowGroup>
						))}
					</Rows>
				)}
			</form.Field>
		);
	},
});

export { BoardStep } from "./board-step.tsx";
