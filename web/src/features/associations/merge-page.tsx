import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { mergeAssociations, previewMerge } from "@/api/gen/sdk.gen.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Form } from "@/ui/form.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHead } from "@/ui/page.tsx";
import { FailedPage, Loading } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { DifferencesTable } from "./differences-table.tsx";
import { useKeepColumn } from "./use-keep-column.tsx";

/** Two files side by side; for each field on which they differ, which value stays. */
export function MergePage() {
	const { t } = useTranslation(["associations", "common"]);
	const { id, other } = useParams({ from: "/duplicates/$id/$other" });
	const navigate = useNavigate();
	const queryClient = useQueryClient();
	const action = useAction();
	const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
	const keep = useKeepColumn<"first" | "second">(
		[
			{ id: "first", label: t("duplicate.first") },
			{ id: "second", label: t("duplicate.second") },
		],
		(pointer) => (taken.has(pointer) ? "second" : "first"),
		(pointer, side) => {
			const next = new Set(taken);
			if (side === "second") next.add(pointer);
			else next.delete(pointer);
			setTaken(next);
		},
	);
	const preview = useQuery({
		queryKey: ["review", "merge", id, other],
		queryFn: async ({ signal }) =>
			(await previewMerge({ path: { id }, query: { other_id: other }, signal, throwOnError: true }))
				.data,
	});
	if (preview.isPending) return <Loading lines={4} />;
	if (preview.isError) {
		return <FailedPage error={preview.error} onRetry={() => void preview.refetch()} />;
	}
	const merge = async () => {
		await mergeAssociations({
			path: { id },
			body: { other_id: other, take: [...taken] },
			throwOnError: true,
		});
		await queryClient.invalidateQueries();
		say(t("duplicate.merged"));
		await navigate({ to: "/review/$id", params: { id } });
	};
	return (
		<>
			<PageHead
				title={t("duplicate.merge")}
				lead={t("duplicate.mergeLead")}
				above={
					<Link to="/duplicates">
						<ChevronBack size={16} />
						{t("duplicate.title")}
					</Link>
				}
			/>
			<Form action={action} onSubmit={() => void action.run(merge)}>
				<Notice tone="info">
					<p>{t("duplicate.adds")}</p>
				</Notice>
				<DifferencesTable
					label={t("duplicate.merge")}
					rows={preview.data.differences}
					before={t("duplicate.first")}
					after={t("duplicate.second")}
					decide={keep}
				/>
				<Actions>
					<Button type="submit" variant="primary" isPending={action.busy}>
						{t("duplicate.merge")}
					</Button>
				</Actions>
			</Form>
		</>
	);
}
