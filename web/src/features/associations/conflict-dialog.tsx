import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AssociationInput } from "@/api/gen/types.gen.ts";
import { Actions } from "@/ui/actions.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { useAction } from "@/ui/use-action.ts";
import { isChanged, withFields } from "./both-versions.ts";
import { differences } from "./differences.ts";
import { DifferencesTable } from "./differences-table.tsx";
import { type FileValues, fromAssociation, toBody } from "./form/values.ts";
import { associationKey, associationQuery } from "./queries.ts";
import { useKeepColumn } from "./use-keep-column.tsx";

type Choice = "mine" | "theirs";

interface Props {
	id: string;
	/** What both began from, where it is known. */
	base: FileValues | undefined;
	mine: FileValues;
	/** Saves what was chosen over the version of this tag. */
	onSave: (body: AssociationInput, etag: string | null) => Promise<void>;
	onTakeTheirs: () => void;
	onClose: () => void;
}

/**
 * Somebody else saved first: both versions side by side, and a choice for each field. What only the other one has changed
 * stays theirs unless one says otherwise, so that nothing is lost unseen.
 */
export function ConflictDialog({ id, base, mine, onSave, onTakeTheirs, onClose }: Props) {
	const { t } = useTranslation("associations");
	const action = useAction();
	const [chosen, setChosen] = useState<Readonly<Record<string, Choice>>>({});
	const latest = useQuery({
		...associationQuery(id),
		queryKey: [...associationKey(id), "conflict"],
		staleTime: 0,
	});
	const began = base && toBody(base);
	const own = toBody(mine);
	const theirs = latest.data && toBody(fromAssociation(latest.data.data));
	const rows = theirs ? differences(theirs, own) : [];
	const choiceOn = (pointer: string): Choice =>
		chosen[pointer] ?? (isChanged(began, own, pointer) ? "mine" : "theirs");
	const keep = useKeepColumn<Choice>(
		[
			{ id: "mine", label: t("conflict.mine") },
			{ id: "theirs", label: t("conflict.theirs") },
		],
		choiceOn,
		(pointer, choice) => setChosen({ ...chosen, [pointer]: choice }),
	);
	const save = async () => {
		if (!theirs || !latest.data) return;
		const taken = rows.map((row) => row.pointer).filter((one) => choiceOn(one) === "theirs");
		try {
			await onSave(withFields(own, theirs, taken), latest.data.etag);
		} catch (failure) {
			// A third one may have saved meanwhile: then there is another version to look at.
			await latest.refetch();
			throw failure;
		}
	};
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
						rows={rows}
						decide={keep}
					/>
					{action.failed && <ProblemPanel error={action.error} />}
					<Actions>
						<Button variant="primary" isPending={action.busy} onPress={() => void action.run(save)}>
							{t("conflict.save")}
						</Button>
						<Button onPress={onTakeTheirs}>{t("conflict.takeTheirs")}</Button>
					</Actions>
				</>
			)}
		</Dialog>
	);
}
