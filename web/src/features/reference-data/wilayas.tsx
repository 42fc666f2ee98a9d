import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import { listWilayas, updateWilaya } from "@/api/gen/sdk.gen.ts";
import type { Wilaya } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { namesOf, textOf } from "@/i18n/names.ts";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { Failed, Loading } from "@/ui/states.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { HistoryDialog } from "./history-dialog.tsx";
import { NameFields } from "./name-fields.tsx";
import { RowActions } from "./row-actions.tsx";

const KEY = ["reference-data", "wilayas"];

function Editor({ row, onClose }: { row: Wilaya; onClose: () => void }) {
	const { t } = useTranslation(["reference-data", "common"]);
	const { text } = useFormat();
	const queryClient = useQueryClient();
	const action = useAction();
	const [names, setNames] = useState(namesOf(row.name));
	const [official, setOfficial] = useState(row.name_ar_official);
	const [source, setSource] = useState(row.name_source);
	const save = async () => {
		await updateWilaya({
			path: { code: row.code },
			headers: ifMatch(row.version),
			body: { name: textOf(names), name_ar_official: official.trim(), name_source: source.trim() },
			throwOnError: true,
		});
		await queryClient.invalidateQueries({ queryKey: ["reference-data"] });
		await queryClient.invalidateQueries({ queryKey: ["reference"] });
		say(t("saved"));
		onClose();
	};
	return (
		<Dialog title={t("edit", { name: text(row.name) })} isOpen onClose={onClose}>
			<Form action={action} onSubmit={() => void action.run(save)}>
				<NameFields value={names} onChange={setNames} wrong={action.wrong} />
				<TextField
					label={t("official")}
					dir="rtl"
					value={official}
					onChange={setOfficial}
					error={action.wrong["/name_ar_official"]}
					isRequired
				/>
				<TextField
					label={t("source")}
					hint={t("sourceHint")}
					dir="auto"
					value={source}
					onChange={setSource}
					error={action.wrong["/name_source"]}
					isRequired
				/>
				<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
					{t("common:action.save")}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}

export function Wilayas() {
	const { t } = useTranslation(["reference-data", "common"]);
	const { text, number } = useFormat();
	const [open, setOpen] = useState<{ row: Wilaya; what: "edit" | "history" }>();
	const list = useQuery({
		queryKey: KEY,
		queryFn: async ({ signal }) =>
			(await listWilayas({ cache: "no-cache", signal, throwOnError: true })).data.items,
	});
	if (list.isPending) return <Loading lines={8} />;
	if (list.isError) return <Failed error={list.error} onRetry={() => void list.refetch()} />;
	return (
		<>
			<DataTable
				label={t("tab.wilayas")}
				rows={list.data}
				rowKey={(row) => row.code}
				columns={[
					{
						id: "name",
						header: t("name"),
						cell: (row) => (
							<>
								<span className="num">{row.code}</span> <bdi>{text(row.name)}</bdi>
							</>
						),
					},
					{ id: "fr", header: t("nameFr"), cell: (row) => <bdi>{row.name.fr}</bdi> },
					{
						id: "official",
						header: t("official"),
						cell: (row) => <bdi>{row.name_ar_official}</bdi>,
					},
					{ id: "created", header: t("createdBy"), cell: (row) => <bdi>{row.created_by}</bdi> },
					{
						id: "communes",
						header: t("communes"),
						numeric: true,
						cell: (row) => number(row.communes),
					},
					{
						id: "actions",
						header: t("actions"),
						bare: true,
						cell: (row) => (
							<RowActions
								name={text(row.name)}
								edit="update_wilaya"
								history="list_wilaya_versions"
								onEdit={() => setOpen({ row, what: "edit" })}
								onHistory={() => setOpen({ row, what: "history" })}
							/>
						),
					},
				]}
			/>
			{open?.what === "edit" && <Editor row={open.row} onClose={() => setOpen(undefined)} />}
			{open?.what === "history" && (
				<HistoryDialog
					kind="wilaya"
					code={open.row.code}
					name={text(open.row.name)}
					onClose={() => setOpen(undefined)}
				/>
			)}
		</>
	);
}
