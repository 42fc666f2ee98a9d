import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Registration } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { buttonClass } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
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

/** The request was taken: who reads it, and the way on. */
export function Sent({ registration }: { registration: Registration }) {
	const { t } = useTranslation("associations");
	const { text } = useFormat();
	return (
		<Notice tone="good" title={t("register.sent")} alert>
			<p>
				{registration.chamber
					? t("register.sentTo", { chamber: text(registration.chamber) })
					: t("register.sentDetail")}
			</p>
			<p>
				<Link to="/" className={buttonClass("secondary", true)}>
					{t("register.home")}
				</Link>
			</p>
		</Notice>
	);
}
