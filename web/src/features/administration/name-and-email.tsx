import { useTranslation } from "react-i18next";
import { TextField } from "@/ui/text-field.tsx";

export interface Called {
	name: string;
	email: string;
}

/** How the holder of an account is called, and where letters reach them. */
export function NameAndEmail(props: {
	value: Called;
	onChange: (value: Called) => void;
	wrong: Readonly<Record<string, string>>;
	/** Said where letters need not be the only way. */
	hint?: string;
	emailRequired?: boolean;
}) {
	const { t } = useTranslation(["administration", "common"]);
	const { value, onChange, wrong, hint, emailRequired } = props;
	return (
		<>
			<TextField
				label={t("name")}
				dir="auto"
				value={value.name}
				onChange={(name) => onChange({ ...value, name })}
				error={wrong["/name"]}
				isRequired
			/>
			<TextField
				label={t("common:field.email")}
				hint={hint}
				dir="ltr"
				type="email"
				value={value.email}
				onChange={(email) => onChange({ ...value, email })}
				error={wrong["/email"]}
				isRequired={emailRequired}
			/>
		</>
	);
}
