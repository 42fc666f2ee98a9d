import { useTranslation } from "react-i18next";
import { Gender, Office } from "@/api/gen/types.gen.ts";
import { useOffice } from "@/reference/use-office.ts";
import { DateField } from "@/ui/date-field.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Fields, Wide } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import type { PersonTyped } from "./person.ts";

interface Props {
	typed: PersonTyped;
	onChange: (typed: PersonTyped) => void;
	/** What is said of each field, by pointer into what is sent. */
	said: Readonly<Record<string, string | undefined>>;
}

/** Who takes part. */
export function PersonFields({ typed, onChange, said }: Props) {
	const { t } = useTranslation(["training", "common"]);
	const office = useOffice();
	const set = (patch: Partial<PersonTyped>) => onChange({ ...typed, ...patch });
	return (
		<Fields>
			<Wide>
				<TextField
					label={t("person.name")}
					dir="auto"
					autoComplete="off"
					value={typed.name}
					onChange={(name) => set({ name })}
					error={said["/participant/name"]}
					isRequired
				/>
			</Wide>
			<NativeSelect
				label={t("person.gender")}
				empty={t("common:field.choose")}
				options={Object.values(Gender).map((id) => ({ id, label: t(`gender.${id}`) }))}
				value={typed.gender}
				onChange={(id) => set({ gender: Object.values(Gender).find((one) => one === id) ?? null })}
				error={said["/participant/gender"]}
				isRequired
			/>
			<NativeSelect
				label={t("person.office")}
				note={t("common:state.optional")}
				empty={t("person.noOffice")}
				options={Object.values(Office).map((id) => ({ id, label: office(id, typed.gender) }))}
				value={typed.office}
				onChange={(id) => set({ office: Object.values(Office).find((one) => one === id) ?? null })}
				error={said["/participant/office"]}
			/>
			<DateField
				label={t("person.bornOn")}
				note={t("common:state.optional")}
				hint={t("person.bornOnHint")}
				value={typed.bornOn}
				onChange={(bornOn) => set({ bornOn })}
				error={said["/participant/born_on"]}
			/>
			<TextField
				label={t("common:field.phone")}
				note={t("common:state.optional")}
				type="tel"
				dir="ltr"
				autoComplete="off"
				value={typed.phone}
				onChange={(phone) => set({ phone })}
				error={said["/participant/phone"]}
			/>
		</Fields>
	);
}
