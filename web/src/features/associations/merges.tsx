import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listMerges, undoMerge } from "@/api/gen/sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { Card } from "@/ui/page.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import css from "./associations.module.css";
import { associationKey, associationQuery } from "./queries.ts";

/** The name of the file that went into this one. */
function Merged({ id }: { id: string }) {
	const { t } = useTranslation("associations");
	const { text } = useFormat();
	const file = useQuery(associationQuery(id));
	return (
		<Link to="/review/$id" params={{ id }}>
			<bdi>{file.data ? text(file.data.data.name) : t("merge.open")}</bdi>
		</Link>
	);
}

/** Files that were merged into this one, each of which can be taken out again. */
export function Merges({ id }: { id: string }) {
	const { t } = useTranslation("associations");
	const { dateTime } = useFormat();
	const queryClient = useQueryClient();
	const action = useAction();
	const [asked, setAsked] = useState<string>();
	const list = useQuery({
		queryKey: [...associationKey(id), "merges"],
		queryFn: async ({ signal }) =>
			(await listMerges({ path: { id }, signal, throwOnError: true })).data.items,
	});
	if (!list.data?.length) return null;
	const undo = (merge: string) =>
		action.run(async () => {
			await undoMerge({ path: { id: merge }, throwOnError: true });
			setAsked(undefined);
			await queryClient.invalidateQueries();
			say(t("merge.undone"));
		});
	return (
		<Card title={t("merge.title")}>
			<ul className={css.history}>
				{list.data.map((merge) => (
					<li key={merge.id}>
						<time dateTime={merge.merged_at} className="quiet">
							{dateTime(merge.merged_at)}
						</time>
						<Merged id={merge.merged_id} />
						{merge.undone_at ? (
							<span>{t("merge.undoneAt", { at: dateTime(merge.undone_at) })}</span>
						) : (
							<Button
								small
								onPress={() => {
									action.clear();
									setAsked(merge.id);
								}}
							>
								{t("merge.undo")}
							</Button>
						)}
					</li>
				))}
			</ul>
			{asked && (
				<ConfirmDialog
					title={t("merge.undo")}
					action={action}
					confirm={t("merge.undo")}
					onConfirm={() => void undo(asked)}
					onClose={() => setAsked(undefined)}
				>
					<p>{t("merge.undoDetail")}</p>
				</ConfirmDialog>
			)}
		</Card>
	);
}
