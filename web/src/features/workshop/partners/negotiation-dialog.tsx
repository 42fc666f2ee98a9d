import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { Direction, NegotiationInput, ProjectNegotiation } from "@/api/gen/types.gen.ts";
import { openNegotiation, updateNegotiation } from "@/api/gen/workshop-sdk.gen.ts";
import { readMoney, typedMoney } from "@/i18n/money.ts";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Fields } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { badMoney, MoneyField } from "../money-field.tsx";
import { type From, SavingDialog, useSaving } from "../use-saving.tsx";

const SIDES = ["our", "their"] as const;
const DIRECTIONS: readonly Direction[] = ["pays", "receives"];

/** One interest a line. */
const lines = (typed: string) =>
	typed
		.split("\n")
		.map((line) => line.trim())
		.filter(Boolean);

interface Props {
	id: string;
	partner: string;
	talk: ProjectNegotiation | undefined;
	onClose: () => void;
}

/** What a negotiation is about, seen from both sides. */
export function NegotiationDialog({ id, partner, talk, onClose }: Props) {
	const { t } = useTranslation(["workshop", "common"]);
	const [typed, setTyped] = useState(() => ({
		subject: talk?.subject ?? "",
		direction: talk?.direction ?? ("pays" as Direction),
		our_interests: (talk?.our_interests ?? []).join("\n"),
		their_interests: (talk?.their_interests ?? []).join("\n"),
		our_alternative: talk?.our_alternative ?? "",
		their_alternative: talk?.their_alternative ?? "",
		our_limit: typedMoney(talk?.our_limit),
		their_limit: typedMoney(talk?.their_limit),
	}));
	const [checked, setChecked] = useState(false);
	const set = (patch: Partial<typeof typed>) => setTyped({ ...typed, ...patch });
	const write = (from: From) => {
		const body: NegotiationInput = {
			subject: typed.subject.trim(),
			direction: typed.direction,
			our_interests: lines(typed.our_interests),
			their_interests: lines(typed.their_interests),
			our_alternative: typed.our_alternative.trim() || null,
			their_alternative: typed.their_alternative.trim() || null,
			our_limit: readMoney(typed.our_limit),
			their_limit: readMoney(typed.their_limit),
		};
		return talk
			? updateNegotiation({
					path: { id, negotiation_id: talk.id },
					body,
					headers: ifMatch(from),
					throwOnError: true,
				})
			: openNegotiation({
					path: { id },
					body: { partner_id: partner, negotiation: body },
					throwOnError: true,
				});
	};
	const saving = useSaving(id, write, onClose);
	const { action, save } = saving;
	const said = (field: string) =>
		action.wrong[`/negotiation/${field}`] ?? action.wrong[`/${field}`];
	const submit = () => {
		setChecked(true);
		if (!badMoney(typed.our_limit) && !badMoney(typed.their_limit)) save(talk?.version);
	};
	return (
		<SavingDialog
			saving={saving}
			title={t(talk ? "talk.edit" : "talk.open")}
			onSubmit={submit}
			wide
		>
			<Fields>
				<TextField
					label={t("talk.subject")}
					dir="auto"
					value={typed.subject}
					onChange={(subject) => set({ subject })}
					error={said("subject")}
					isRequired
				/>
				<NativeSelect
					label={t("talk.direction")}
					options={DIRECTIONS.map((one) => ({ id: one, label: t(`direction.${one}`) }))}
					value={typed.direction}
					onChange={(one) => set({ direction: one === "receives" ? "receives" : "pays" })}
				/>
				{SIDES.map((side) => (
					<TextField
						key={`${side}-interests`}
						label={t(`talk.interests.${side}`)}
						hint={t("talk.oneALine")}
						dir="auto"
						multiline
						value={typed[`${side}_interests`]}
						onChange={(value) => set({ [`${side}_interests`]: value })}
						error={said(`${side}_interests`)}
					/>
				))}
				{SIDES.map((side) => (
					<TextField
						key={`${side}-alternative`}
						label={t(`talk.alternative.${side}`)}
						hint={side === "our" ? t("talk.alternativeHint") : undefined}
						dir="auto"
						value={typed[`${side}_alternative`]}
						onChange={(value) => set({ [`${side}_alternative`]: value })}
						error={said(`${side}_alternative`)}
					/>
				))}
				{SIDES.map((side) => (
					<MoneyField
						key={`${side}-limit`}
						label={t(`talk.limit.${side}`)}
						hint={side === "our" ? t("talk.limitHint") : undefined}
						value={typed[`${side}_limit`]}
						onChange={(value) => set({ [`${side}_limit`]: value })}
						error={said(`${side}_limit`) ?? said(`${side}_limit/amount`)}
						checked={checked}
					/>
				))}
			</Fields>
		</SavingDialog>
	);
}
