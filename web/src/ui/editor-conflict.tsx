import { ConflictDialog } from "./conflict-dialog.tsx";
import type { Conflict } from "./use-editor.ts";

interface Props {
	editor: { conflict: Conflict | undefined; action: { busy: boolean } };
}

/** Asks which version stays once somebody else has saved first; nothing otherwise. */
export function EditorConflict({ editor: { conflict, action } }: Props) {
	if (!conflict) return null;
	const { keepMine, takeTheirs, close } = conflict;
	return (
		<ConflictDialog
			busy={action.busy}
			onKeepMine={keepMine}
			onTakeTheirs={takeTheirs}
			onClose={close}
		/>
	);
}
