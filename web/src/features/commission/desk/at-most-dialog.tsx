import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { EventReviewer } from "@/api/gen/types.gen.ts";
import { isStale } from "@/api/problem.ts";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { ConflictDialog } from "@/ui/conflict-dialog.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import type { useAction } from "@/ui/use-action.ts";

interface Props {
	reviewer: EventReviewer;
	action: ReturnType<typeof useAction>;
	/** Saves over this version; `*` for any. */
	onSave: (most: number | null, from: number | "*") => void;
	onClose: () => void;
}

/** How many applications somebody takes at most. */
export function AtMostDialog({ reviewer, action, onSave, onClose }: Props) {
	const { t } = useTranslation(["commission", "common"]);
	const [most, setMost] = useState(reviewer.at_most ?? null);
	if (isStale(action.error))
		return (
			<ConflictDialog
				busy={action.busy}
				onKeepMine={() => onSave(most, "*")}
				onTakeTheirs={onClose}
				onClose={action.clear}
			/>
		);
	return (
		<Dialog title={t("reviewers.atMostOf", { name: reviewer.name })} isOpen onClose={onClose}>
			<Form action={action} onSubmit={() => onSave(most, reviewer.version)}>
				<NumberField
					label={t("reviewers.atMost")}
					note={t("common:state.optional")}
					hint={t("reviewers.atMostHint")}
					value={most}
					onChange={setMost}
					error={action.wrong["/at_most"]}
				/>
				<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
					{t("common:action.save")}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}
