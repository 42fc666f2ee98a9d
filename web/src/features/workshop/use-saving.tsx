import { type UseQueryResult, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isStale } from "@/api/problem.ts";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { ConflictDialog } from "@/ui/conflict-dialog.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { Failed, Loading } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { projectKey } from "./queries.ts";

/** The version a change starts from; `*` for any. */
export type From = string | number | null;

/**
 * What every dialog of a project that saves does: one write, everything read again, a word, the end.
 * `write` gets the version the change starts from, `word` is said once it is done.
 */
export function useSaving(
	id: string,
	write: (from: From) => Promise<unknown>,
	onClose: () => void,
	word?: string,
) {
	const { t } = useTranslation("workshop");
	const queryClient = useQueryClient();
	const action = useAction();
	const finish = async (said: string) => {
		await queryClient.invalidateQueries({ queryKey: projectKey(id) });
		await queryClient.invalidateQueries({ queryKey: ["projects"] });
		say(said);
		onClose();
	};
	const save = (from: From = "*") =>
		void action.run(async () => {
			await write(from);
			await finish(word ?? t("saved"));
		});
	return { action, save, finish, onClose };
}

interface Props {
	saving: ReturnType<typeof useSaving>;
	title: string;
	onSubmit: () => void;
	children: ReactNode;
	wide?: boolean;
	role?: "dialog" | "alertdialog";
	/** What the main button says; that it saves, when absent. */
	submit?: string;
	variant?: "primary" | "danger";
	/** What the fields are made of while it is still to come: they wait for all of it. */
	awaits?: readonly UseQueryResult<unknown>[];
}

/** The dialog of one thing that is saved. What was typed stays when somebody else has saved first. */
export function SavingDialog({
	saving,
	title,
	onSubmit,
	children,
	submit,
	variant,
	awaits = [],
	...look
}: Props) {
	const { t } = useTranslation("common");
	const { action, save, finish, onClose } = saving;
	if (isStale(action.error))
		return (
			<ConflictDialog
				busy={action.busy}
				onKeepMine={() => save()}
				onTakeTheirs={() => void finish(t("conflict.taken"))}
				onClose={action.clear}
			/>
		);
	const failed = awaits.find(({ isError, isFetching }) => isError && !isFetching);
	return (
		<Dialog title={title} isOpen onClose={onClose} {...look}>
			<Form action={action} onSubmit={onSubmit}>
				{failed && <Failed error={failed.error} onRetry={() => void failed.refetch()} />}
				{!failed && awaits.length > 0 && <Loading />}
				{awaits.length === 0 && children}
				<SubmitOrCancel
					isPending={action.busy || (awaits.length > 0 && !failed)}
					onCancel={onClose}
					variant={variant}
				>
					{submit ?? t("action.save")}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}
