import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import { updatePerson } from "@/api/gen/sdk.gen.ts";
import type { Person } from "@/api/gen/types.gen.ts";
import { latinDigits } from "@/i18n/format.ts";
import { LANGUAGE_NAMES, LOCALES } from "@/i18n/locale.ts";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { useAction } from "@/ui/use-action.ts";

interface Props {
	person: Person;
	onDone: () => Promise<void>;
	onClose: () => void;
}

/** The name of an account, and where letters and codes reach its holder. */
export function PersonEditor({ person, onDone, onClose }: Props) {
	const { t } = useTranslation(["administration", "common"]);
	const action = useAction();
	const [name, setName] = useState(person.name);
	const [email, setEmail] = useState(person.email ?? "");
	const [phone, setPhone] = useState(person.phone ?? "");
	const [language, setLanguage] = useState(person.language);
	const save = async () => {
		await updatePerson({
			path: { id: person.id },
			headers: ifMatch(person.version),
			body: {
				name: name.trim(),
				email: email.trim() || null,
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
				<TextField
					label={t("name")}
					dir="auto"
					value={name}
					onChange={setName}
					error={action.wrong["/name"]}
					isRequired
				/>
				<TextField
					label={t("common:field.email")}
					hint={t("person.contactHint")}
					dir="ltr"
					type="email"
					value={email}
					onChange={setEmail}
					error={action.wrong["/email"]}
				/>
				<TextField
					label={t("common:field.phone")}
					dir="ltr"
					type="tel"
					value={phone}
					onChange={setPhone}
					error={action.wrong["/phone"]}
				/>
				<NativeSelect
					label={t("invite.language")}
					options={LOCALES.map((id) => ({ id, label: LANGUAGE_NAMES[id] }))}
					value={language}
					onChange={(id) => setLanguage(LOCALES.find((one) => one === id) ?? language)}
					error={action.wrong["/language"]}
				/>
				<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
					{t("common:action.save")}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}
