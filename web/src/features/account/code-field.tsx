import { useTranslation } from "react-i18next";
import { TextField } from "@/ui/text-field.tsx";

interface Props {
	value: string;
	onChange: (value: string) => void;
	error: string | undefined;
	/** Takes the focus: the code is asked for after the password. */
	autoFocus?: boolean;
}

/** The six digits of the authenticator. */
export function CodeField(props: Props) {
	const { t } = useTranslation("account");
	return (
		<TextField
			{...props}
			label={t("signIn.code")}
			hint={t("signIn.codeHint")}
			dir="ltr"
			inputMode="numeric"
			autoComplete="one-time-code"
			isRequired
		/>
	);
}
