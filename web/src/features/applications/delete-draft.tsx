import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { deleteApplication } from "@/api/gen/workshop-sdk.gen.ts";
import { isProblem, isTaken } from "@/api/problem.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { Row } from "@/ui/page.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { applicationKey } from "./queries.ts";

/** Lets an association do away with an application it has never handed in, once it has said so twice. */
export function DeleteDraft({ id }: { id: string }) {
	const { t } = useTranslation("applications");
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	const action = useAction();
	const [asked, setAsked] = useState(false);
	const remove = () =>
		void action.run(async () => {
			try {
				await deleteApplication({ path: { id }, throwOnError: true });
			} catch (failure) {
				// Handed in meanwhile, in another window: the page is to say so.
				if (isTaken(failure)) await queryClient.invalidateQueries({ queryKey: applicationKey(id) });
				// Deleted there already, it is as it was to be.
				if (!isProblem(failure) || failure.status !== 404) throw failure;
			}
			localStorage.removeItem(`application:${id}`);
			say(t("remove.done"));
			await navigate({ to: "/my-applications", replace: true });
			queryClient.removeQueries({ queryKey: applicationKey(id) });
			await queryClient.invalidateQueries({ queryKey: ["applications"] });
		});
	return (
		<Row>
			<Button onPress={() => setAsked(true)}>{t("remove.title")}</Button>
			{asked && (
				<ConfirmDialog
					title={t("remove.title")}
					action={action}
					confirm={t("remove.title")}
					onConfirm={remove}
					onClose={() => setAsked(false)}
				>
					<p>{t("remove.means")}</p>
				</ConfirmDialog>
			)}
		</Row>
	);
}
