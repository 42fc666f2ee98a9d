import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listBaselines, takeBaseline } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { Card } from "@/ui/page.tsx";
import { Failed, Loading } from "@/ui/states.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { projectKey } from "../queries.ts";
import { useMoney } from "../use-money.ts";
import css from "./budget.module.css";

function TakeDialog({ id, onClose }: { id: string; onClose: () => void }) {
	const { t } = useTranslation("workshop");
	const queryClient = useQueryClient();
	const action = useAction();
	const [reason, setReason] = useState("");
	const take = async () => {
		await takeBaseline({ path: { id }, body: { reason: reason.trim() }, throwOnError: true });
		await queryClient.invalidateQueries({ queryKey: projectKey(id) });
		say(t("baseline.taken"));
		onClose();
	};
	return (
		<Dialog title={t("baseline.take")} isOpen onClose={onClose}>
			<Form action={action} onSubmit={() => void action.run(take)}>
				<p>{t("baseline.lead")}</p>
				<TextField
					label={t("step.reason")}
					dir="auto"
					multiline
					value={reason}
					onChange={setReason}
					error={action.wrong["/reason"]}
					isRequired
				/>
				<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
					{t("baseline.take")}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}

/** Plans frozen with their costs: what progress is measured against. */
export function Baselines({ id, editable }: { id: string; editable: boolean }) {
	const { t } = useTranslation("workshop");
	const { date } = useFormat();
	const { money } = useMoney();
	const [taking, setTaking] = useState(false);
	const list = useQuery({
		queryKey: [...projectKey(id), "baselines"],
		queryFn: async ({ signal }) =>
			(await listBaselines({ path: { id }, signal, throwOnError: true })).data.items,
	});
	return (
		<Card
			title={t("baseline.title")}
			actions={editable && <Button onPress={() => setTaking(true)}>{t("baseline.take")}</Button>}
		>
			{list.isPending && <Loading />}
			{list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
			{list.data?.length === 0 && <p className={css.quiet}>{t("baseline.none")}</p>}
			<ul className={css.entries}>
				{list.data?.map((one) => (
					<li key={one.number}>
						<b>{t("baseline.number", { number: one.number })}</b>
						<time dateTime={one.at}>{date(one.at.slice(0, 10))}</time>
						<span>{money(one.budget.amount)}</span>
						<p dir="auto">{one.reason}</p>
					</li>
				))}
			</ul>
			{taking && <TakeDialog id={id} onClose={() => setTaking(false)} />}
		</Card>
	);
}
