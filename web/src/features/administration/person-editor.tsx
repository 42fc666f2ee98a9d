import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import { updatePerson } from "@/api/gen/sdk.gen.ts";
import type { Person } from "@/api/gen/types.gen.ts";
import { latinDigits } from "@/i18n/format.ts";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { LanguageSelect } from "@/ui/language-select.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { useAction } from "@/ui/use-action.ts";
import { NameAndEmail } from "./name-and-email.tsx";

interface Props {
	person: Person;
	onDone: () => Promise<void>;
	onClose: () => void;
}

/** The name of an account, and where letters and codes reach its holder. */
export function PersonEditor({ person, onDone, onClose }: Props) {
	const { t } = useTranslation(["administration", "common"]);
	const action = useAction();
	const [called, setCalled] = useState({ name: person.name, email: person.email ?? "" });
	const [phone, setPhone] = useState(person.phone ?? "");
	const [language, setLanguage] = useState(person.language);
	const save = async () => {
		await updatePerson({
			path: { id: person.id },
			headers: ifMatch(person.version),
			body: {
				name: called.name.trim(),
				email: called.email.trim() || null,
				phone: latinDigits(phone.trim()) || null,
				language,
				disabled: person.disabled,
			},
			throwOnError: true,
		});
		await onDone();
	};
	return (
		<Dialog title={t("person.edit")} isOpen onClose={onClose}>
			<Form action={action} onSubmit={() => void action.run(save)}>
				<NameAndEmail
					value={called}
					onChange={setCalled}
					wrong={action.wrong}
					hint={t("person.contactHint")}
				/>
				<TextField
					label={t("common:field.phone")}
					dir="ltr"
					type="tel"
					value={phone}
					onChange={setPhone}
					error={action.wrong["/phone"]}
				/>
				<LanguageSelect
					label={t("invite.language")}
					value={language}
					onChange={setLanguage}
					error={action.wrong["/language"]}
				/>
				<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
					{t("common:action.save")}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}
