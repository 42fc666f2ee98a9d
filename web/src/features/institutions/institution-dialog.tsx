import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import { createInstitution, updateInstitution } from "@/api/gen/sdk.gen.ts";
import type { Institution } from "@/api/gen/types.gen.ts";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Fields, Wide } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { useAction } from "@/ui/use-action.ts";
import { KINDS } from "./search.ts";

interface Props {
	/** Absent for a new one. */
	institution: Institution | undefined;
	onSaved: () => Promise<void>;
	onClose: () => void;
}

const DETAILS = ["acronym", "phone", "email", "website"] as const;

/** Names and public contacts of a body. */
export function InstitutionDialog({ institution, onSaved, onClose }: Props) {
	const { t } = useTranslation(["institutions", "common"]);
	const action = useAction();
	const [kind, setKind] = useState<Institution["kind"]>(institution?.kind ?? "chamber");
	const [name, setName] = useState({
		ar: institution?.name.ar ?? "",
		fr: institution?.name.fr ?? "",
		en: institution?.name.en ?? "",
	});
	const [details, setDetails] = useState({
		acronym: institution?.acronym ?? "",
		phone: institution?.phone ?? "",
		email: institution?.email ?? "",
		website: institution?.website ?? "",
		address: institution?.address ?? "",
	});
	const save = async () => {
		const orNull = (text: string) => text.trim() || null;
		const body = {
			kind,
			name: { ar: name.ar.trim(), fr: orNull(name.fr), en: orNull(name.en) },
			acronym: orNull(details.acronym),
			phone: orNull(details.phone),
			email: orNull(details.email),
			website: orNull(details.website),
			address: orNull(details.address),
		};
		if (institution) {
			await updateInstitution({
				path: { id: institution.id },
				headers: ifMatch(institution.version),
				body,
				throwOnError: true,
			});
		} else {
			await createInstitution({ body, throwOnError: true });
		}
		await onSaved();
	};
	return (
		<Dialog title={t(institution ? "edit" : "new")} isOpen onClose={onClose} wide>
			<Form action={action} onSubmit={() => void action.run(save)}>
				<Fields>
					<Wide>
						<TextField
							label={t("nameAr")}
							dir="rtl"
							value={name.ar}
							onChange={(ar) => setName({ ...name, ar })}
							error={action.wrong["/name/ar"]}
							isRequired
						/>
					</Wide>
					<TextField
						label={t("nameFr")}
						dir="ltr"
						value={name.fr}
						onChange={(fr) => setName({ ...name, fr })}
						error={action.wrong["/name/fr"]}
					/>
					<TextField
						label={t("nameEn")}
						dir="ltr"
						value={name.en}
						onChange={(en) => setName({ ...name, en })}
						error={action.wrong["/name/en"]}
					/>
					<NativeSelect
						label={t("kind")}
						options={KINDS.map((id) => ({ id, label: t(`kindName.${id}`) }))}
						value={kind}
						onChange={(id) => setKind(KINDS.find((one) => one === id) ?? kind)}
						error={action.wrong["/kind"]}
					/>
					{DETAILS.map((key) => (
						<TextField
							key={key}
							label={t(`detail.${key}`)}
							note={t("common:state.optional")}
							dir="ltr"
							value={details[key]}
							onChange={(value) => setDetails({ ...details, [key]: value })}
							error={action.wrong[`/${key}`]}
						/>
					))}
					<Wide>
						<TextField
							label={t("detail.address")}
							note={t("common:state.optional")}
							dir="auto"
							value={details.address}
							onChange={(address) => setDetails({ ...details, address })}
							error={action.wrong["/address"]}
						/>
					</Wide>
				</Fields>
				<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
					{t("common:action.save")}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}
