import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { CohortAssignment } from "@/api/gen/types.gen.ts";
import { deleteAssignment } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { ALL } from "../queries.ts";

/** An assignment for which nothing was handed in goes for good. */
export function DeleteDialog({ task, onClose }: { task: CohortAssignment; onClose: () => void }) {
	const { t } = useTranslation(["assignments", "common"]);
	const { text } = useFormat();
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	const action = useAction();
	const remove = () =>
		void action.run(async () => {
			await deleteAssignment({ path: { id: task.id }, throwOnError: true });
			say(t("delete.done"));
			await navigate({ to: "/cohorts/$id/assignments", params: { id: task.cohort_id } });
			queryClient.removeQueries({ queryKey: [...ALL, "one", task.id] });
			await queryClient.invalidateQueries({ queryKey: [...ALL, "of"] });
		});
	return (
		<ConfirmDialog
			title={t("delete.title")}
			action={action}
			confirm={t("common:action.remove")}
			onConfirm={remove}
			onClose={onClose}
		>
			<p>{t("delete.lead", { name: text(task.name) })}</p>
		</ConfirmDialog>
	);
}
