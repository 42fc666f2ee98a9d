import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Enrolment } from "@/api/gen/types.gen.ts";
import { approveEnrolment } from "@/api/gen/workshop-sdk.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { today } from "@/i18n/days.ts";
import { Button } from "@/ui/button.tsx";
import { Row } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { LeaveDialog } from "./leave-dialog.tsx";
import { ReplaceDialog } from "./replace-dialog.tsx";
import { StepsDialog } from "./steps-dialog.tsx";

type Asked = "refuse" | "out" | "back" | "replace" | "steps";

interface Props {
	row: Enrolment;
	/** The cohort is over or called off: nothing changes any more. */
	over: boolean;
	/** The association reads its own enrolments. */
	own?: boolean;
}

/** What can be done with an enrolment where it stands, by whoever reads it. */
export function RowActions({ row, over, own }: Props) {
	const { t } = useTranslation("training");
	const user = useUser();
	const queryClient = useQueryClient();
	const action = useAction();
	const [asked, setAsked] = useState<Asked>();
	const { status, participant } = row;
	const open = !over && (status === "requested" || status === "waiting" || status === "enrolled");
	const asks = status === "requested" && !own;
	const close = () => setAsked(undefined);
	const agree = () =>
		void action.run(async () => {
			const { data } = await approveEnrolment({ path: { id: row.id }, throwOnError: true });
			await queryClient.invalidateQueries({ queryKey: ["training"] });
			say(t(data.status === "enrolled" ? "agreed.seated" : "agreed.waiting", participant));
		});
	const button = (what: Asked, word: string) => (
		<Button
			small
			variant={what === "steps" ? "quiet" : "secondary"}
			aria-label={t("actionOn", { action: word, name: participant.name })}
			onPress={() => setAsked(what)}
		>
			{word}
		</Button>
	);
	return (
		<>
			<Row>
				{open && asks && can(user, "approve_enrolment") && (
					<Button
						small
						variant="primary"
						isPending={action.busy}
						aria-label={t("actionOn", { action: t("agree"), name: participant.name })}
						onPress={agree}
					>
						{t("agree")}
					</Button>
				)}
				{open && asks && can(user, "refuse_enrolment") && button("refuse", t("leave.refuse"))}
				{open &&
					!asks &&
					can(user, "withdraw_enrolment") &&
					button(own ? "back" : "out", t(own ? "leave.back" : "leave.out"))}
				{open &&
					row.ends_on >= today() &&
					can(user, "replace_participant") &&
					button("replace", t("replace.title"))}
				{button("steps", t("steps.title"))}
			</Row>
			{action.failed && <ProblemPanel error={action.error} />}
			{(asked === "refuse" || asked === "out" || asked === "back") && (
				<LeaveDialog row={row} way={asked} onClose={close} />
			)}
			{asked === "replace" && <ReplaceDialog row={row} own={!!own} onClose={close} />}
			{asked === "steps" && <StepsDialog row={row} onClose={close} />}
		</>
	);
}
