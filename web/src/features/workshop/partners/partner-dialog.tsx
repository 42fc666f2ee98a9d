import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import { type ContactPerson, PartnerKind, type ProjectPartner } from "@/api/gen/types.gen.ts";
import { addPartner, updatePartner } from "@/api/gen/workshop-sdk.gen.ts";
import { namesOf, noNames, textOf } from "@/i18n/names.ts";
import { Button } from "@/ui/button.tsx";
import { Trash } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Fields } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { NameFields } from "../name-fields.tsx";
import { type From, SavingDialog, useSaving } from "../use-saving.tsx";
import css from "./partners.module.css";
import { RowsField } from "./rows-field.tsx";

const KINDS = Object.values(PartnerKind);
const LEVELS = ["1", "2", "3", "4", "5"] as const;
const PERSON = ["name", "position", "phone", "email"] as const;
type Person = Record<(typeof PERSON)[number], string> & { key: string };

let made = 0;
const typed = (person?: ContactPerson): Person => ({
	key: `person-${++made}`,
	name: person?.name ?? "",
	position: person?.position ?? "",
	phone: person?.phone ?? "",
	email: person?.email ?? "",
});

interface Props {
	id: string;
	partner: ProjectPartner | undefined;
	onClose: () => void;
}

/** A partner with what it weighs, what it expects and brings, and whom to talk to. */
export function PartnerDialog({ id, partner, onClose }: Props) {
	const { t } = useTranslation(["workshop", "common"]);
	const [name, setName] = useState(() => (partner ? namesOf(partner.name) : noNames));
	const [kind, setKind] = useState<PartnerKind>(partner?.kind ?? "institution");
	const [power, setPower] = useState(String(partner?.power ?? 3));
	const [interest, setInterest] = useState(String(partner?.interest ?? 3));
	const [expectations, setExpectations] = useState(partner?.expectations ?? "");
	const [contribution, setContribution] = useState(partner?.contribution ?? "");
	const [people, setPeople] = useState(() => (partner?.people ?? []).map(typed));
	const write = (from: From) => {
		const body = {
			name: textOf(name),
			kind,
			power: Number(power),
			interest: Number(interest),
			expectations: expectations.trim() || null,
			contribution: contribution.trim() || null,
			people: people.map((one) => ({
				name: one.name.trim(),
				position: one.position.trim() || null,
				phone: one.phone.trim() || null,
				email: one.email.trim() || null,
			})),
		};
		return partner
			? updatePartner({
					path: { id, partner_id: partner.id },
					body,
					headers: ifMatch(from),
					throwOnError: true,
				})
			: addPartner({ path: { id }, body, throwOnError: true });
	};
	const saving = useSaving(id, write, onClose);
	const { action, save } = saving;
	const levels = LEVELS.map((one) => ({ id: one, label: t(`level.${one}`) }));
	const optional = t("common:state.optional");
	const setPerson = (index: number, patch: Partial<Person>) =>
		setPeople(people.map((one, i) => (i === index ? { ...one, ...patch } : one)));
	return (
		<SavingDialog
			saving={saving}
			title={t(partner ? "partner.edit" : "partner.add")}
			onSubmit={() => save(partner?.version)}
			wide
		>
			<Fields>
				<NameFields
					label={t("partner.name")}
					value={name}
					onChange={setName}
					said={(language) => action.wrong[`/name/${language}`]}
				/>
				<NativeSelect
					label={t("partner.kind")}
					options={KINDS.map((one) => ({ id: one, label: t(`partnerKind.${one}`) }))}
					value={kind}
					onChange={(one) => setKind(KINDS.find((known) => known === one) ?? kind)}
				/>
				<NativeSelect
					label={t("partner.power")}
					options={levels}
					value={power}
					onChange={(one) => setPower(one ?? power)}
					error={action.wrong["/power"]}
				/>
				<NativeSelect
					label={t("partner.interest")}
					options={levels}
					value={interest}
					onChange={(one) => setInterest(one ?? interest)}
					error={action.wrong["/interest"]}
				/>
				<TextField
					label={t("partner.expectations")}
					note={optional}
					dir="auto"
					multiline
					value={expectations}
					onChange={setExpectations}
					error={action.wrong["/expectations"]}
				/>
				<TextField
					label={t("partner.contribution")}
					note={optional}
					dir="auto"
					multiline
					value={contribution}
					onChange={setContribution}
					error={action.wrong["/contribution"]}
				/>
				<RowsField
					legend={t("partner.people")}
					add={t("partner.addPerson")}
					onAdd={() => setPeople([...people, typed()])}
				>
					{people.map((one, index) => (
						<div key={one.key} className={css.person}>
							{PERSON.map((field) => (
								<TextField
									key={field}
									label={t(`partner.person.${field}`)}
									note={field === "name" ? undefined : optional}
									dir={field === "phone" || field === "email" ? "ltr" : "auto"}
									value={one[field]}
									onChange={(value) => setPerson(index, { [field]: value })}
									error={action.wrong[`/people/${index}/${field}`]}
									isRequired={field === "name"}
								/>
							))}
							<Button
								small
								variant="quiet"
								aria-label={t("partner.removePerson", { name: one.name || index + 1 })}
								onPress={() => setPeople(people.filter((_, i) => i !== index))}
							>
								<Trash size={16} />
							</Button>
						</div>
					))}
				</RowsField>
			</Fields>
		</SavingDialog>
	);
}
