import { useState } from "react";
import { useTranslation } from "react-i18next";
import { rotateSigningKey } from "@/api/gen/sdk.gen.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { Card } from "@/ui/page.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";

/** The key the platform signs sessions with: an administrator takes a new one when the old may be known. */
export function SigningKey() {
	const { t } = useTranslation("keys");
	const action = useAction();
	const [asked, setAsked] = useState(false);
	const rotate = () =>
		action.run(async () => {
			await rotateSigningKey({ throwOnError: true });
			setAsked(false);
			say(t("signing.done"));
		});
	return (
		<Card title={t("signing.title")}>
			<p>{t("signing.lead")}</p>
			<Actions>
				<Button
					onPress={() => {
						action.clear();
						setAsked(true);
					}}
				>
					{t("signing.rotate")}
				</Button>
			</Actions>
			{asked && (
				<ConfirmDialog
					title={t("signing.rotate")}
					action={action}
					confirm={t("signing.rotate")}
					onConfirm={() => void rotate()}
					onClose={() => setAsked(false)}
				>
					<p>{t("signing.detail")}</p>
				</ConfirmDialog>
			)}
		</Card>
	);
}
