import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { removeReviewer } from "@/api/gen/workshop-sdk.gen.ts";
import { useUser } from "@/auth/session.ts";
import { Button, buttonClass } from "@/ui/button.tsx";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { Row } from "@/ui/page.tsx";
import { useProblemText } from "@/ui/problem-panel.tsx";
import { Withheld } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";

function GiveBack({
	event,
	person,
	onClose,
}: {
	event: string;
	person: string;
	onClose: () => void;
}) {
	const { t } = useTranslation("common");
	const queryClient = useQueryClient();
	const action = useAction();
	const giveBack = () =>
		action.run(async () => {
			await removeReviewer({ path: { id: event, person_id: person }, throwOnError: true });
			say(t("reviewing.givenBack"));
			onClose();
			await queryClient.invalidateQueries();
		});
	return (
		<ConfirmDialog
			title={t("reviewing.giveBackAsk")}
			action={action}
			confirm={t("reviewing.giveBack")}
			onConfirm={() => void giveBack()}
			onClose={onClose}
		>
			<p>{t("reviewing.giveBackLead")}</p>
		</ConfirmDialog>
	);
}

/** In the place of what says who has applied, for somebody who reviews at the event: why, and the ways on. */
export function WhileReviewing({ error, event }: { error: unknown; event: string }) {
	const { t } = useTranslation("common");
	const { title, detail } = useProblemText()(error);
	const user = useUser();
	const [asking, setAsking] = useState(false);
	return (
		<Withheld title={title}>
			<p>{detail}</p>
			<Row>
				<Link to="/my-reviews" className={buttonClass("primary")}>
					{t("reviewing.toReviews")}
				</Link>
				{user && <Button onPress={() => setAsking(true)}>{t("reviewing.giveBack")}</Button>}
			</Row>
			{user && asking && (
				<GiveBack event={event} person={user.id} onClose={() => setAsking(false)} />
			)}
		</Withheld>
	);
}
