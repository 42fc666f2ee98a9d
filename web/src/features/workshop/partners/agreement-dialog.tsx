import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import { type AgreementInput, type ProjectAgreement, Renewal } from "@/api/gen/types.gen.ts";
import { addAgreement, updateAgreement } from "@/api/gen/workshop-sdk.gen.ts";
import { readMoney, typedMoney } from "@/i18n/money.ts";
import { DateField } from "@/ui/date-field.tsx";
import { isDate } from "@/ui/date-parts.ts";
import { NativeSelect } from "@/ui/native-select.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { Fields, Wide } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { badMoney, MoneyField } from "../money-field.tsx";
import { type From, SavingDialog, useSaving } from "../use-saving.tsx";
import {
	emptyDuty,
	fromObligation,
	isWhole,
	ObligationRow,
	toObligation,
} from "./obligation-row.tsx";
import { RowsField } from "./rows-field.tsx";

const RENEWALS = Object.values(Renewal);
/** A date that may be absent, but not half there. */
const isHalf = (date: string | null) => date !== null && !isDate(date);

interface Props {
	id: string;
	partner: string;
	/** Who signs, as far as is known: the names of both. */
	parties: readonly string[];
	agreement: ProjectAgreement | undefined;
	onClose: () => void;
}

/** An agreement with its parties, its days, its amount and what each side owes. */
export function AgreementDialog({ id, partner, parties, agreement, onClose }: Props) {
	const { t } = useTranslation(["workshop", "common"]);
	const [typed, setTyped] = useState(() => ({
		title: agreement?.title ?? "",
		parties: (agreement?.parties.map(({ ar }) => ar) ?? parties).join("\n"),
		amount: typedMoney(agreement?.amount),
		signed: agreement?.signed_on ?? (null as string | null),
		starts: agreement?.starts_on ?? (null as string | null),
		ends: agreement?.ends_on ?? (null as string | null),
		renewal: agreement?.renewal ?? ("none" as Renewal),
		notice: (agreement?.notice_days ?? null) as number | null,
	}));
	const [duties, setDuties] = useState(() => (agreement?.obligations ?? []).map(fromObligation));
	const [checked, setChecked] = useState(false);
	const set = (patch: Partial<typeof typed>) => setTyped({ ...typed, ...patch });
	const write = (from: From) => {
		const known = new Map(agreement?.parties.map((one) => [one.ar, one]));
		const body: AgreementInput = {
			title: typed.title.trim(),
			parties: typed.parties
				.split("\n")
				.map((ar) => ar.trim())
				.filter(Boolean)
				.map((ar) => known.get(ar) ?? { ar }),
			amount: readMoney(typed.amount),
			signed_on: typed.signed,
			starts_on: typed.starts ?? "",
			ends_on: typed.ends,
			renewal: typed.renewal,
			notice_days: typed.notice ?? 0,
			obligations: duties.map(toObligation),
		};
		return agreement
			? updateAgreement({
					path: { id, agreement_id: agreement.id },
					body,
					headers: ifMatch(from),
					throwOnError: true,
				})
			: addAgreement({
					path: { id },
					body: { partner_id: partner, agreement: body },
					throwOnError: true,
				});
	};
	const saving = useSaving(id, write, onClose);
	const { action, save } = saving;
	const said = (field: string) => action.wrong[`/agreement/${field}`] ?? action.wrong[`/${field}`];
	const inOrder = !isDate(typed.ends) || (typed.ends ?? "") >= (typed.starts ?? "");
	const submit = () => {
		setChecked(true);
		const dated = isDate(typed.starts) && !isHalf(typed.signed) && !isHalf(typed.ends);
		if (dated && inOrder && !badMoney(typed.amount) && duties.every(isWhole))
			save(agreement?.version);
	};
	const optional = t("common:state.optional");
	const wrongDate = t("common:field.date");
	const wordOn = (date: string | null, field: string) =>
		checked && isHalf(date) ? wrongDate : said(field);
	const endsWord = checked && !inOrder ? t("calendar.before") : undefined;
	return (
		<SavingDialog
			saving={saving}
			title={t(agreement ? "pact.edit" : "pact.add")}
			onSubmit={submit}
			wide
		>
			<Fields>
				<TextField
					label={t("pact.title")}
					dir="auto"
					value={typed.title}
					onChange={(title) => set({ title })}
					error={said("title")}
					isRequired
				/>
				<MoneyField
					label={t("talk.amount")}
					value={typed.amount}
					onChange={(amount) => set({ amount })}
					error={said("amount") ?? said("amount/amount")}
					checked={checked}
				/>
				<Wide>
					<TextField
						label={t("pact.parties")}
						hint={t("pact.partiesHint")}
						dir="auto"
						multiline
						value={typed.parties}
						onChange={(value) => set({ parties: value })}
						error={said("parties") ?? said("parties/0/ar")}
						isRequired
					/>
				</Wide>
				<DateField
					label={t("pact.starts")}
					value={typed.starts}
					onChange={(starts) => set({ starts })}
					error={checked && !isDate(typed.starts) ? wrongDate : said("starts_on")}
					isRequired
				/>
				<DateField
					label={t("pact.ends")}
					note={optional}
					value={typed.ends}
					onChange={(ends) => set({ ends })}
					error={endsWord ?? wordOn(typed.ends, "ends_on")}
				/>
				<DateField
					label={t("pact.signed")}
					note={optional}
					hint={t("pact.signedHint")}
					value={typed.signed}
					onChange={(signed) => set({ signed })}
					error={wordOn(typed.signed, "signed_on")}
				/>
				<NativeSelect
					label={t("pact.renewal")}
					options={RENEWALS.map((one) => ({ id: one, label: t(`renewal.${one}`) }))}
					value={typed.renewal}
					onChange={(one) =>
						set({ renewal: RENEWALS.find((known) => known === one) ?? typed.renewal })
					}
					error={said("renewal")}
				/>
				<NumberField
					label={t("pact.notice")}
					note={optional}
					value={typed.notice}
					onChange={(notice) => set({ notice })}
					error={said("notice_days")}
				/>
				<RowsField
					legend={t("obligation.title")}
					add={t("pact.addDuty")}
					onAdd={() => setDuties([...duties, emptyDuty()])}
				>
					{duties.map((duty, index) => (
						<ObligationRow
							key={duty.key}
							duty={duty}
							place={index + 1}
							checked={checked}
							said={(field) => said(`obligations/${index}/${field}`)}
							onChange={(patch) =>
								setDuties(duties.map((one, i) => (i === index ? { ...one, ...patch } : one)))
							}
							onRemove={() => setDuties(duties.filter((_, i) => i !== index))}
						/>
					))}
				</RowsField>
			</Fields>
		</SavingDialog>
	);
}
