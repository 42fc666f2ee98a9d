import { useTranslation } from "react-i18next";
import { Fields } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";

interface Typed {
	name: string;
	email: string;
}

interface Props {
	value: Typed;
	onChange: (value: Typed) => void;
	wrong: Readonly<Record<string, string>>;
}

/** Who hands the file in, and where the link to the account goes. */
export function Applicant({ value, onChange, wrong }: Props) {
	const { t } = useTranslation(["associations", "common"]);
	return (
		<fieldset>
			<legend>
				<h3>{t("register.applicant")}</h3>
			</legend>
			<p>{t("register.applicantLead")}</p>
			<Fields>
				<TextField
					label={t("form.personName")}
					dir="auto"
					autoComplete="name"
					value={value.name}
					onChange={(name) => onChange({ ...value, name })}
					error={wrong["/applicant/name"]}
					isRequired
				/>
				<TextField
					label={t("common:field.email")}
					dir="ltr"
					type="email"
					autoComplete="email"
					value={value.email}
					onChange={(email) => onChange({ ...value, email })}
					error={wrong["/applicant/email"]}
					isRequired
				/>
			</Fields>
		</fieldset>
	);
}
