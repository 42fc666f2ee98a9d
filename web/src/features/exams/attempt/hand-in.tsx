import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { Card, Row } from "@/ui/page.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useWords } from "../use-words.ts";
import type { Sitting } from "./sitting.ts";
import { answerIn, isAnswer, type SittingState } from "./sitting-state.ts";

/** The end of a paper: how much is answered, and handing it in after one more question. */
export function HandIn({ sitting, state }: { sitting: Sitting; state: SittingState }) {
	const { t } = useTranslation("exams");
	const { number } = useFormat();
	const { list } = useWords();
	const action = useAction();
	const [asked, setAsked] = useState(false);
	const questions = state.attempt?.questions ?? [];
	const open = questions.flatMap(({ id }, index) =>
		isAnswer(answerIn(state, id)) ? [] : [index + 1],
	);
	const close = () => {
		action.clear();
		setAsked(false);
	};
	const confirm = () =>
		void action.run(async () => {
			await sitting.handIn();
			say(t("handIn.done"));
		});
	const missing = (
		<p>
			{t("handIn.missing", {
				count: open.length,
				numbers: list(open.map((one) => number(one))),
			})}
		</p>
	);
	return (
		<Card title={t("handIn.title")}>
			{open.length > 0 ? missing : <p>{t("handIn.all")}</p>}
			<p className="quiet">{t("handIn.lead")}</p>
			<Row>
				<Button variant="primary" onPress={() => setAsked(true)} isDisabled={state.over}>
					{t("handIn.button")}
				</Button>
			</Row>
			{asked && (
				<Dialog title={t("handIn.sure")} isOpen onClose={close} role="alertdialog">
					<Form action={action} onSubmit={confirm}>
						{open.length > 0 && missing}
						<p>{t("handIn.final")}</p>
						<SubmitOrCancel isPending={action.busy} onCancel={close}>
							{t("handIn.button")}
						</SubmitOrCancel>
					</Form>
				</Dialog>
			)}
		</Card>
	);
}
