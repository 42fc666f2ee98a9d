import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Actions } from "@/ui/actions.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { useAction } from "@/ui/use-action.ts";
import { differences } from "./differences.ts";
import { DifferencesTable } from "./differences-table.tsx";
import { type FileValues, fromAssociation, toBody } from "./form/values.ts";
import { associationKey, associationQuery } from "./queries.ts";

interface Props {
	id: string;
	mine: FileValues;
	/** Saves what was typed over the version of this tag. */
	onKeepMine: (etag: string | null) => Promise<void>;
	onTakeTheirs: () => void;
	onClose: () => void;
}

/** Somebody else saved first: both versions side by side, and a choice; nothing is lost unseen. */
export function ConflictDialog({ id, mine, onKeepMine, onTakeTheirs, onClose }: Props) {
	const { t } = useTranslation("associations");
	const action = useAction();
	const latest = useQuery({
		...associationQuery(id),
		queryKey: [...associationKey(id), "conflict"],
		staleTime: 0,
	});
	return (
		<Dialog title={t("conflict.title")} isOpen onClose={onClose} wide>
			<p>{t("conflict.lead")}</p>
			<Awaited list={latest} />
			{latest.isSuccess && (
				<>
					<DifferencesTable
						label={t("conflict.title")}
						before={t("conflict.theirs")}
						after={t("conflict.mine")}
						rows={differences(toBody(fromAssociation(latest.data.data)), toBody(mine))}
					/>
					{action.failed && <ProblemPanel error={action.error} />}
					<Actions>
						<Button
							variant="primary"
							isPending={action.busy}
							onPress={() => void action.run(() => onKeepMine(latest.data.etag))}
						>
							{t("conflict.keepMine")}
						</Button>
						<Button onPress={onTakeTheirs}>{t("conflict.takeTheirs")}</Button>
					</Actions>
				</>
			)}
		</Dialog>
	);
}
