import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ConflictDialog, isStale } from "@/ui/conflict-dialog.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { projectKey } from "./queries.ts";

/**
 * What every dialog of a project that saves does: one write, everything read again, a word, the end.
 * `write` gets the version the change starts from; `conflict` stands in the place of the dialog once
 * somebody else has saved first.
 */
export function useSaving(
	id: string,
	write: (from: number | "*") => Promise<unknown>,
	onDone: () => void,
) {
	const { t } = useTranslation(["workshop", "common"]);
	const queryClient = useQueryClient();
	const action = useAction();
	const finish = async (word: string) => {
		await queryClient.invalidateQueries({ queryKey: projectKey(id) });
		say(word);
		onDone();
	};
	const save = (from: number | "*" = "*") =>
		void action.run(async () => {
			await write(from);
			await finish(t("saved"));
		});
	const conflict = isStale(action.error) ? (
		<ConflictDialog
			busy={action.busy}
			onKeepMine={() => save("*")}
			onTakeTheirs={() => void finish(t("common:conflict.taken"))}
			onClose={action.clear}
		/>
	) : null;
	return { action, save, conflict };
}
