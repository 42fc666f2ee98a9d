import { useTranslation } from "react-i18next";
import { useCommunes, useWilayas } from "@/reference/use-reference.ts";
import { DateField } from "@/ui/date-field.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Card, Fields } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { TextInThree } from "@/ui/text-in-three.tsx";
import type { Section } from "./section.ts";
import { WAYS } from "./values.ts";

/** The days, and where participants meet on them. */
export function DaysAndPlace({ typed, onChange, said }: Section) {
	const { t } = useTranslation(["training", "common"]);
	const wilayas = useWilayas();
	const communes = useCommunes(typed.wilaya ?? "");
	return (
		<Card title={t("form.daysAndPlace")}>
			<Fields>
				<DateField
					label={t("form.startsOn")}
					value={typed.startsOn}
					onChange={(startsOn) => onChange({ startsOn })}
					error={said["/starts_on"]}
					isRequired
				/>
				<DateField
					label={t("form.endsOn")}
					value={typed.endsOn}
					onChange={(endsOn) => onChange({ endsOn })}
					error={said["/ends_on"]}
					isRequired
				/>
			</Fields>
			<NativeSelect
				label={t("form.way")}
				options={WAYS.map((id) => ({ id, label: t(`form.ways.${id}`) }))}
				value={typed.way}
				onChange={(id) => onChange({ way: WAYS.find((one) => one === id) ?? "place" })}
				error={said["/place"]}
				isRequired
			/>
			{typed.way !== "online" && (
				<>
					<Fields>
						<NativeSelect
							label={t("common:field.wilaya")}
							empty={t("common:field.choose")}
							options={wilayas.options}
							value={typed.wilaya}
							onChange={(wilaya) => onChange({ wilaya, commune: null })}
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
						folded
					/>
					<TextInThree
						label={t("form.room")}
						value={typed.room}
						onChange={(room) => onChange({ room })}
						said={said}
						at="/place/room"
						folded
					/>
				</>
			)}
			{typed.way !== "place" && (
				<TextField
					label={t("form.url")}
					hint={t("form.urlHint")}
					dir="ltr"
					type="url"
					autoComplete="off"
					placeholder="https://"
					value={typed.url}
					onChange={(url) => onChange({ url })}
					error={said["/online_url"]}
					isRequired
				/>
			)}
		</Card>
	);
}
