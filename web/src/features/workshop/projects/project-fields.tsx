import { useTranslation } from "react-i18next";
import type { Project, ProjectInput } from "@/api/gen/types.gen.ts";
import { DateField } from "@/ui/date-field.tsx";
import { isDate } from "@/ui/date-parts.ts";
import { Fields, Wide } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { readNumber } from "../use-money.ts";
import { AssociationsField, type Partner } from "./associations-field.tsx";

/** What is typed about a project, as it stands in the fields. */
export interface Typed {
	ar: string;
	fr: string;
	en: string;
	purpose: string;
	startsOn: string | null;
	threshold: string;
	/** Associations that take part beside the one it belongs to. */
	partners: readonly Partner[];
}

export const blank: Typed = {
	ar: "",
	fr: "",
	en: "",
	purpose: "",
	startsOn: null,
	threshold: "10",
	partners: [],
};

export const fromProject = (project: Project): Typed => ({
	ar: project.name.ar,
	fr: project.name.fr ?? "",
	en: project.name.en ?? "",
	purpose: project.purpose?.ar ?? "",
	startsOn: project.starts_on ?? null,
	threshold: String(project.variance_threshold_percent),
	partners: project.partners,
});

/** A date that was begun must be finished; none at all is fine. */
const dateIsWrong = (date: string | null) => date !== null && !isDate(date);
const thresholdIsWrong = (typed: string) => {
	const read = readNumber(typed);
	return typed.trim() !== "" && (read === null || read < 0 || read > 1000);
};

/** Whether everything typed can be sent. */
export const isReadable = ({ startsOn, threshold }: Typed) =>
	!dateIsWrong(startsOn) && !thresholdIsWrong(threshold);

export function toInput(typed: Typed, of?: Project): ProjectInput {
	const purpose = typed.purpose.trim();
	return {
		name: { ar: typed.ar.trim(), fr: typed.fr.trim() || null, en: typed.en.trim() || null },
		purpose: purpose ? { ...of?.purpose, ar: purpose } : null,
		starts_on: typed.startsOn,
		variance_threshold_percent: readNumber(typed.threshold) ?? 10,
		partner_ids: typed.partners.map(({ id }) => id),
	};
}

interface Props {
	typed: Typed;
	onChange: (typed: Typed) => void;
	wrong: Readonly<Record<string, string>>;
	/** The association of the project, once there is one. */
	owner?: string;
}

export function ProjectFields({ typed, onChange, wrong, owner }: Props) {
	const { t } = useTranslation(["workshop", "common"]);
	const set = (patch: Partial<Typed>) => onChange({ ...typed, ...patch });
	const optional = t("common:state.optional");
	return (
		<Fields>
			<Wide>
				<TextField
					label={t("field.nameAr")}
					dir="rtl"
					value={typed.ar}
					onChange={(ar) => set({ ar })}
					error={wrong["/name/ar"]}
					isRequired
				/>
			</Wide>
			<TextField
				label={t("field.nameFr")}
				note={optional}
				dir="ltr"
				value={typed.fr}
				onChange={(fr) => set({ fr })}
				error={wrong["/name/fr"]}
			/>
			<TextField
				label={t("field.nameEn")}
				note={optional}
				dir="ltr"
				value={typed.en}
				onChange={(en) => set({ en })}
				error={wrong["/name/en"]}
			/>
			<Wide>
				<TextField
					label={t("field.purpose")}
					note={optional}
					hint={t("field.purposeHint")}
					dir="auto"
					multiline
					value={typed.purpose}
					onChange={(purpose) => set({ purpose })}
					error={wrong["/purpose/ar"] ?? wrong["/purpose"]}
				/>
			</Wide>
			<DateField
				label={t("field.startsOn")}
				note={optional}
				hint={t("field.startsOnHint")}
				value={typed.startsOn}
				onChange={(startsOn) => set({ startsOn })}
				error={dateIsWrong(typed.startsOn) ? t("common:field.date") : wrong["/starts_on"]}
			/>
			<TextField
				label={t("field.threshold")}
				hint={t("field.thresholdHint")}
				dir="ltr"
				inputMode="decimal"
				value={typed.threshold}
				onChange={(threshold) => set({ threshold })}
				error={
					thresholdIsWrong(typed.threshold)
						? t("field.thresholdUnread")
						: wrong["/variance_threshold_percent"]
				}
			/>
			<Wide>
				<AssociationsField
					chosen={typed.partners}
					owner={owner}
					onChange={(partners) => set({ partners })}
					error={Object.entries(wrong).find(([at]) => at.startsWith("/partner_ids"))?.[1]}
				/>
			</Wide>
		</Fields>
	);
}
