import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { listMerges, undoMerge } from "@/api/gen/sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import css from "./associations.module.css";
import { associationKey } from "./queries.ts";

/** Files that were merged into this one, each of which can be taken out again. */
export function Merges({ id }: { id: string }) {
	const { t } = useTranslation("associations");
	const { dateTime } = useFormat();
	const queryClient = useQueryClient();
	const action = useAction();
	const list = useQuery({
		queryKey: [...associationKey(id), "merges"],
		queryFn: async ({ signal }) =>
			(await listMerges({ path: { id }, signal, throwOnError: true })).data.items,
	});
	if (!list.data?.length) return null;
	const undo = (merge: string) =>
		action.run(async () => {
			await undoMerge({ path: { id: merge }, throwOnError: true });
			await queryClient.invalidateQueries();
			say(t("merge.undone"));
		});
	return (
		<Card title={t("merge.title")}>
			{action.failed && <ProblemPanel error={action.error} />}
			<ul className={css.history}>
				{list.data.map((merge) => (
					<li key={merge.id}>
						<time dateTime={merge.merged_at} className="quiet">
							{dateTime(merge.merged_at)}
						</time>
						{merge.undone_at ? (
							<span>{t("merge.undoneAt", { at: dateTime(merge.undone_at) })}</span>
						) : (
							<Button small isPending={action.busy} onPress={() => void undo(merge.id)}>
								{t("merge.undo")}
							</Button>
						)}
					</li>
				))}
			</ul>
		</Card>
	);
}
