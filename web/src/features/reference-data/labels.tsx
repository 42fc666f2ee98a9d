import { useQuery } from "@tanstack/react-query";
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
import { Tag } from "@/ui/badge.tsx";
import { ListTable } from "@/ui/list-table.tsx";
import { Empty } from "@/ui/states.tsx";
import { NameFields } from "./name-fields.tsx";
import { RowDialog, SourceField } from "./row-dialog.tsx";
import { useRowDialogs } from "./use-row-dialogs.tsx";

type Kind = "domain" | "sector";
type Label = CraftDomain & Partial<Pick<CraftSector, "domain_code" | "label_source">>;

/** What the server says of a label that no published text gives yet. */
const PROVISIONAL = "provisional";

const READ = { domain: listCraftDomains, sector: listCraftSectors } as const;
const WRITE = { domain: updateCraftDomain, sector: updateCraftSector } as const;

function Editor({ kind, row, onClose }: { kind: Kind; row: Label; onClose: () => void }) {
	const { t } = useTranslation("reference-data");
	const { text } = useFormat();
	const [names, setNames] = useState(namesOf(row.name));
	const [source, setSource] = useState(row.label_source ?? "");
	const write = () =>
		WRITE[kind]({
			path: { code: row.code },
			headers: ifMatch(row.version),
			body: { name: textOf(names), source: source.trim() },
			throwOnError: true,
		});
	return (
		<RowDialog title={t("edit", { name: text(row.name) })} onClose={onClose} write={write}>
			{(wrong) => (
				<>
					<NameFields value={names} onChange={setNames} wrong={wrong} />
					<SourceField value={source} onChange={setSource} error={wrong["/source"]} />
				</>
			)}
		</RowDialog>
	);
}

/** Domains or sectors of crafts: their labels, provisional until the annex is published. */
export function Labels({ kind }: { kind: Kind }) {
	const { t } = useTranslation("reference-data");
	const { text } = useFormat();
	const domains = useCraftDomains();
	const { column, dialog } = useRowDialogs<Label>({
		kind,
		codeOf: (row) => row.code,
		nameOf: (row) => text(row.name),
		edit: `update_craft_${kind}`,
		history: "list_craft_versions",
		editor: (row, onClose) => <Editor kind={kind} row={row} onClose={onClose} />,
	});
	const list = useQuery({
		queryKey: ["reference-data", kind],
		queryFn: async ({ signal }): Promise<Label[]> =>
			(await READ[kind]({ cache: "no-cache", signal, throwOnError: true })).data.items,
	});
	return (
		<>
			<ListTable
				list={list}
				lines={6}
				none={<Empty title={t("none")} />}
				label={t(kind === "domain" ? "tab.domains" : "tab.sectors")}
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
					column,
				]}
			/>
			{dialog}
		</>
	);
}
