import { useState } from "react";
import { useTranslation } from "react-i18next";
import { endPersonSessions, forgetSecondFactor } from "@/api/gen/sdk.gen.ts";
import type { Person } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { Card } from "@/ui/page.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";

const STEPS = {
	end_person_sessions: { word: "sessions", take: endPersonSessions },
	forget_second_factor: { word: "factor", take: forgetSecondFactor },
} as const;
type Step = keyof typeof STEPS;

interface Props {
	person: Person;
	onDone: () => Promise<void>;
}

/** What helps somebody who has lost a telephone, or whose account somebody else may be in. */
export function PersonSafety({ person, onDone }: Props) {
	const { t } = useTranslation("administration");
	const user = useUser();
	const action = useAction();
	const [asked, setAsked] = useState<Step>();
	const open = (Object.keys(STEPS) as Step[]).filter(
		(step) => can(user, step) && (step !== "forget_second_factor" || person.second_factor),
	);
	if (open.length === 0) return null;
	const take = (step: Step) =>
		action.run(async () => {
			await STEPS[step].take({ path: { id: person.id }, throwOnError: true });
			await onDone();
			setAsked(undefined);
			say(t(`safety.${STEPS[step].word}Done`));
		});
	return (
		<Card title={t("safety.title")}>
			<p className="quiet">{t("safety.lead")}</p>
			<Actions>
				{open.map((step) => (
					<Button
						key={step}
						variant="danger"
						onPress={() => {
							action.clear();
							setAsked(step);
						}}
					>
						{t(`safety.${STEPS[step].word}`)}
					</Button>
				))}
			</Actions>
			{asked && (
				<ConfirmDialog
					title={t(`safety.${STEPS[asked].word}`)}
					action={action}
					confirm={t(`safety.${STEPS[asked].word}`)}
					onConfirm={() => void take(asked)}
					onClose={() => setAsked(undefined)}
				>
					<p>{t(`safety.${STEPS[asked].word}Detail`, { name: person.name })}</p>
				</ConfirmDialog>
			)}
		</Card>
	);
}
