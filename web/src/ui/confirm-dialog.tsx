import type { ReactNode } from "react";
import { SubmitOrCancel } from "./actions.tsx";
import { Dialog } from "./dialog.tsx";
import { Form } from "./form.tsx";
import type { useAction } from "./use-action.ts";

interface Props {
	title: string;
	action: Pick<ReturnType<typeof useAction>, "busy" | "error" | "failed">;
	/** What the button says that does it. */
	confirm: string;
	onConfirm: () => void;
	onClose: () => void;
	/** What follows from it. */
	children: ReactNode;
}

/** Asks before something that cannot be taken back; a refusal stands above the question. */
export function ConfirmDialog({ title, action, confirm, onConfirm, onClose, children }: Props) {
	return (
		<Dialog title={title} isOpen onClose={onClose} role="alertdialog">
			<Form action={action} onSubmit={onConfirm}>
				{children}
				<SubmitOrCancel isPending={action.busy} onCancel={onClose} variant="danger">
					{confirm}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}
