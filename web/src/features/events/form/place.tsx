import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useUser } from "@/auth/session.ts";
import { communesQuery } from "@/reference/queries.ts";
import { useCommunes, useWilayas } from "@/reference/use-reference.ts";
import { Button } from "@/ui/button.tsx";
import { Pin } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Card, Fields } from "@/ui/page.tsx";
import rows from "@/ui/rows.module.css";
import { TextField } from "@/ui/text-field.tsx";
import { TextInThree } from "@/ui/text-in-three.tsx";
import css from "./form.module.css";
import type { Section } from "./section.ts";

/** Where it is: a chamber chooses among its wilayas. */
export function PlaceSection({ typed, onChange, said }: Section) {
	const { t } = useTranslation(["events", "common"]);
	const mine = useUser()?.acting?.wilayas ?? [];
	const wilayas = useWilayas();
	const wilaya = typed.wilaya ?? "";
	const communes = useCommunes(wilaya);
	const point = useQuery(communesQuery(wilaya)).data?.find(
		(one) => one.code === typed.commune,
	)?.point;
	return (
		<Card title={t("form.place")}>
			<Fields>
				<NativeSelect
					label={t("common:field.wilaya")}
					empty={t("common:field.choose")}
					options={
						mine.length > 0
							? wilayas.options.filter(({ id }) => mine.includes(id))
							: wilayas.options
					}
					value={typed.wilaya}
					onChange={(code) => onChange({ wilaya: code, commune: null })}
					isRequired
				/>
				<NativeSelect
					label={t("common:field.commune")}
					empty={t("common:field.choose")}
					options={communes.options}
					value={typed.commune}
					onChange={(commune) => onChange({ commune })}
					error={said["/place/commune_code"]}
					isDisabled={communes.options.length === 0}
					isRequired
				/>
			</Fields>
			<TextInThree
				label={t("form.venue")}
				value={typed.venue}
				onChange={(venue) => onChange({ venue })}
				said={said}
				at="/place/venue"
				isRequired
			/>
			<TextInThree
				label={t("form.hall")}
				value={typed.hall}
				onChange={(hall) => onChange({ hall })}
				said={said}
				at="/place/hall"
				folded
			/>
			<fieldset className={rows.group}>
				<legend>{t("form.point")}</legend>
				<div className={css.pair}>
					{(["latitude", "longitude"] as const).map((axis) => (
						<TextField
							key={axis}
							label={t(`form.${axis}`)}
							note={t("common:state.optional")}
							hint={t("form.degrees")}
							dir="ltr"
							inputMode="decimal"
							autoComplete="off"
							value={typed[axis]}
							onChange={(value) => onChange({ [axis]: value })}
							error={said[`/place/${axis}`]}
						/>
					))}
				</div>
				<Button
					small
					isDisabled={!point}
					onPress={() =>
						point &&
						onChange({ latitude: String(point.latitude), longitude: String(point.longitude) })
					}
				>
					<Pin size={16} />
					{t("form.communePoint")}
				</Button>
			</fieldset>
		</Card>
	);
}
