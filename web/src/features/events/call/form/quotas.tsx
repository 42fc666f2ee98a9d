import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NumberField } from "@/ui/number-field.tsx";
import { OrderedRows } from "@/ui/ordered-rows.tsx";
import { Card } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { TextInThree } from "@/ui/text-in-three.tsx";
import { useConditionWords } from "../condition-words.ts";
import css from "./call-form.module.css";
import { ConditionsEditor } from "./conditions.tsx";
import { Kept } from "./kept.tsx";
import type { Section } from "./section.ts";
import { newQuota, type QuotaTyped } from "./values.ts";

const MOST = 200;

/** Whom a quota is for: said in words, and edited once it is opened. */
function For(props: {
	quota: QuotaTyped;
	onChange: (conditions: QuotaTyped["for"]) => void;
	said: Section["said"];
	at: string;
}) {
	const { quota, onChange, said, at } = props;
	const { t } = useTranslation("events");
	const words = useConditionWords()(quota.for);
	// Two hundred editors at once would be a page nobody could scroll: those that are needed.
	const [open, setOpen] = useState(words.length === 0);
	return (
		<details
			className={css.for}
			open={open || !!said[at]}
			onToggle={(event) => setOpen(event.currentTarget.open)}
		>
			<summary data-wrong={said[at] ? true : undefined}>
				<b>{t("callForm.for")}</b>{" "}
				{words.length > 0 ? words.join(t("listSeparator")) : t("callForm.forNobody")}
			</summary>
			{(open || said[at]) && (
				<ConditionsEditor value={quota.for} onChange={onChange} said={said} at={at} />
			)}
		</details>
	);
}

/** Seats that are kept, in the order they are told. */
export function QuotasSection({ typed, onChange, said }: Section) {
	const { t } = useTranslation("events");
	const { quotas } = typed;
	return (
		<Card title={t("call.quotas")}>
			<OrderedRows
				lead={t("call.quotasLead")}
				add={t("callForm.addQuota")}
				rows={quotas}
				onChange={(next) => onChange({ quotas: next })}
				blank={() => newQuota(quotas)}
				legend={(quota, index) => quota.name.ar || t("callForm.quota", { number: index + 1 })}
				most={MOST}
			>
				{(quota, index, set) => {
					const at = `/quotas/${index}`;
					return (
						<>
							<TextInThree
								label={t("callForm.quotaName")}
								value={quota.name}
								onChange={(name) => set({ name })}
								said={said}
								at={`${at}/name`}
								isRequired
								folded
							/>
							<div className={css.pair}>
								<NumberField
									label={t("callForm.seats")}
									value={quota.seats}
									onChange={(seats) => set({ seats })}
									error={said[`${at}/seats`]}
									isRequired
								/>
								<TextField
									label={t("callForm.code")}
									hint={t("callForm.codeHint")}
									dir="ltr"
									autoComplete="off"
									value={quota.code}
									onChange={(code) => set({ code })}
									error={said[`${at}/code`]}
									isRequired
								/>
							</div>
							<For
								quota={quota}
								onChange={(conditions) => set({ for: conditions })}
								said={said}
								at={`${at}/for`}
							/>
						</>
					);
				}}
			</OrderedRows>
			{quotas.length > 0 && <Kept typed={typed} announced />}
		</Card>
	);
}
