import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { takeBaseline } from "@/api/gen/workshop-sdk.gen.ts";
import { today } from "@/i18n/days.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { baselinesQuery } from "../queries.ts";
import { useMoney } from "../use-money.ts";
import { SavingDialog, useSaving } from "../use-saving.tsx";
import css from "./budget.module.css";

function TakeDialog({ id, onClose }: { id: string; onClose: () => void }) {
	const { t } = useTranslation("workshop");
	const [reason, setReason] = useState("");
	const saving = useSaving(
		id,
		() => takeBaseline({ path: { id }, body: { reason: reason.trim() }, throwOnError: true }),
		onClose,
		t("baseline.taken"),
	);
	return (
		<SavingDialog
			saving={saving}
			title={t("baseline.take")}
			onSubmit={() => saving.save()}
			submit={t("baseline.take")}
		>
			<p>{t("baseline.lead")}</p>
			<TextField
				label={t("step.reason")}
				dir="auto"
				multiline
				value={reason}
				onChange={setReason}
				error={saving.action.wrong["/reason"]}
				isRequired
			/>
		</SavingDialog>
	);
}

/** Plans frozen with their costs: what progress is measured against. */
export function Baselines({ id, editable }: { id: string; editable: boolean }) {
	const { t } = useTranslation("workshop");
	const { date } = useFormat();
	const { money } = useMoney();
	const [taking, setTaking] = useState(false);
	const list = useQuery(baselinesQuery(id));
	return (
		<Card
			title={t("baseline.title")}
			actions={editable && <Button onPress={() => setTaking(true)}>{t("baseline.take")}</Button>}
		>
			<Awaited list={list} none={<p className="quiet">{t("baseline.none")}</p>} />
			<ul className={css.entries}>
				{list.data?.map((one) => (
					<li key={one.number}>
						<b>{t("baseline.number", { number: one.number })}</b>
						<time dateTime={one.at}>{date(today(new Date(one.at)))}</time>
						<span>{money(one.budget.amount)}</span>
						<p dir="auto">{one.reason}</p>
					</li>
				))}
			</ul>
			{taking && <TakeDialog id={id} onClose={() => setTaking(false)} />}
		</Card>
	);
}
