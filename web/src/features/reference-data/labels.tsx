import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import {
	listCraftDomains,
	listCraftSectors,
	updateCraftDomain,
	updateCraftSector,
} from "@/api/gen/sdk.gen.ts";
import type { CraftDomain, CraftSector } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { namesOf, textOf } from "@/i18n/names.ts";
import { useCraftDomains } from "@/reference/use-reference.ts";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Tag } from "@/ui/badge.tsx";
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

type Kind = "domain" | "sector";
type Label = CraftDomain & Partial<Pick<CraftSector, "domain_code" | "label_source">>;

/** What the server says of a label that no published text gives yet. */
const PROVISIONAL = "provisional";

const READ = { domain: listCraftDomains, sector: listCraftSectors } as const;
const WRITE = { domain: updateCraftDomain, sector: updateCraftSector } as const;

function Editor({ kind, row, onClose }: { kind: Kind; row: Label; onClose: () => void }) {
	const { t } = useTranslation(["reference-data", "common"]);
	const { text } = useFormat();
	const queryClient = useQueryClient();
	const action = useAction();
	const [names, setNames] = useState(namesOf(row.name));
	const [source, setSource] = useState(row.label_source ?? "");
	const save = async () => {
		await WRITE[kind]({
			path: { code: row.code },
			headers: ifMatch(row.version),
			body: { name: textOf(names), source: source.trim() },
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
					label={t("source")}
					hint={t("sourceHint")}
					dir="auto"
					value={source}
					onChange={setSource}
					error={action.wrong["/source"]}
					isRequired
				/>
				<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
					{t("common:action.save")}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}

/** Domains or sectors of crafts: their labels, provisional until the annex is published. */
export function Labels({ kind }: { kind: Kind }) {
	const { t } = useTranslation(["reference-data", "common"]);
	const { text } = useFormat();
	const domains = useCraftDomains();
	const [open, setOpen] = useState<{ row: Label; what: "edit" | "history" }>();
	const list = useQuery({
		queryKey: ["reference-data", kind],
		queryFn: async ({ signal }): Promise<Label[]> =>
			(await READ[kind]({ cache: "no-cache", signal, throwOnError: true })).data.items,
	});
	if (list.isPending) return <Loading lines={6} />;
	if (list.isError) return <Failed error={list.error} onRetry={() => void list.refetch()} />;
	return (
		<>
			<DataTable
				label={t(kind === "domain" ? "tab.domains" : "tab.sectors")}
				rows={list.data}
				rowKey={(row) => row.code}
				columns={[
					{
						id: "name",
						header: t("nameAr"),
						cell: (row) => (
							<>
								<span className="num">{row.code}</span> <bdi>{row.name.ar}</bdi>
							</>
						),
					},
					{ id: "fr", header: t("nameFr"), cell: (row) => <bdi>{row.name.fr}</bdi> },
					{ id: "en", header: t("nameEn"), cell: (row) => <bdi>{row.name.en}</bdi> },
					...(kind === "sector"
						? [
								{
									id: "domain",
									header: t("domain"),
									cell: (row: Label) => domains.name(row.domain_code ?? ""),
								},
								{
									id: "source",
									header: t("source"),
									cell: (row: Label) =>
										row.label_source === PROVISIONAL ? (
											<Tag>{t("provisional")}</Tag>
										) : (
											<bdi>{row.label_source}</bdi>
										),
								},
							]
						: []),
					{
						id: "actions",
						header: t("actions"),
						bare: true,
						cell: (row) => (
							<RowActions
								name={text(row.name)}
								edit={`update_craft_${kind}`}
								history="list_craft_versions"
								onEdit={() => setOpen({ row, what: "edit" })}
								onHistory={() => setOpen({ row, what: "history" })}
							/>
						),
					},
				]}
			/>
			{open?.what === "edit" && (
				<Editor kind={kind} row={open.row} onClose={() => setOpen(undefined)} />
			)}
			{open?.what === "history" && (
				<HistoryDialog
					kind={kind}
					code={open.row.code}
					name={text(open.row.name)}
					onClose={() => setOpen(undefined)}
				/>
			)}
		</>
	);
}
