import { useTranslation } from "react-i18next";
import { Actions } from "./actions.tsx";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

interface Props {
	busy: boolean;
	/** Saves what was typed in the place of the other version. */
	onKeepMine: () => void;
	onTakeTheirs: () => void;
	onClose: () => void;
}

/** Somebody else saved first: nothing typed is lost, and the person decides. */
export function ConflictDialog({ busy, onKeepMine, onTakeTheirs, onClose }: Props) {
	const { t } = useTranslation("common");
	return (
		<Dialog title={t("conflict.title")} isOpen onClose={onClose} role="alertdialog">
			<p>{t("conflict.lead")}</p>
			<Actions>
				<Button variant="primary" isPending={busy} onPress={onKeepMine}>
					{t("conflict.keepMine")}
				</Button>
				<Button isPending={busy} onPress={onTakeTheirs}>
					{t("conflict.takeTheirs")}
				</Button>
			</Actions>
		</Dialog>
	);
}
