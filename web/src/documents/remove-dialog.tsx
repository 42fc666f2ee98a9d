import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";

interface Props {
	/** Its name, as people know it. */
	name: string;
	onRemove: () => Promise<unknown>;
	onClose: () => void;
}

/** Asks before a file is taken away for good. */
export function RemoveDialog({ name, onRemove, onClose }: Props) {
	const { t } = useTranslation(["documents", "common"]);
	const action = useAction();
	const remove = () =>
		action.run(async () => {
			await onRemove();
			say(t("removed"));
			onClose();
		});
	return (
		<ConfirmDialog
			title={t("removeAsk", { name })}
			action={action}
			confirm={t("common:action.remove")}
			onConfirm={() => void remove()}
			onClose={onClose}
		>
			<p>{t("removeDetail")}</p>
		</ConfirmDialog>
	);
}
