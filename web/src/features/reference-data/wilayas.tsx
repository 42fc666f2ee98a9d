import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import { listWilayas, updateWilaya } from "@/api/gen/sdk.gen.ts";
import type { Wilaya } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { namesOf, textOf } from "@/i18n/names.ts";
import { ListTable } from "@/ui/list-table.tsx";
import { Empty } from "@/ui/states.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { NameFields } from "./name-fields.tsx";
import { RowDialog, SourceField } from "./row-dialog.tsx";
import { useRowDialogs } from "./use-row-dialogs.tsx";

const KEY = ["reference-data", "wilayas"];

function Editor({ row, onClose }: { row: Wilaya; onClose: () => void }) {
	const { t } = useTranslation("reference-data");
	const { text } = useFormat();
	const [names, setNames] = useState(namesOf(row.name));
	const [official, setOfficial] = useState(row.name_ar_official);
	const [source, setSource] = useState(row.name_source);
	const write = () =>
		updateWilaya({
			path: { code: row.code },
			headers: ifMatch(row.version),
			body: { name: textOf(names), name_ar_official: official.trim(), name_source: source.trim() },
			throwOnError: true,
		});
	return (
		<RowDialog title={t("edit", { name: text(row.name) })} onClose={onClose} write={write}>
			{(wrong) => (
				<>
					<NameFields value={names} onChange={setNames} wrong={wrong} />
					<TextField
						label={t("official")}
						dir="rtl"
						value={official}
						onChange={setOfficial}
						error={wrong["/name_ar_official"]}
						isRequired
					/>
					<SourceField value={source} onChange={setSource} error={wrong["/name_source"]} />
				</>
			)}
		</RowDialog>
	);
}

export function Wilayas() {
	const { t } = useTranslation("reference-data");
	const { text, number } = useFormat();
	const { column, dialog } = useRowDialogs<Wilaya>({
		kind: "wilaya",
		codeOf: (row) => row.code,
		nameOf: (row) => text(row.name),
		edit: "update_wilaya",
		history: "list_wilaya_versions",
		editor: (row, onClose) => <Editor row={row} onClose={onClose} />,
	});
	const list = useQuery({
		queryKey: KEY,
		queryFn: async ({ signal }): Promise<Wilaya[]> =>
			(await listWilayas({ cache: "no-cache", signal, throwOnError: true })).data.items,
	});
	return (
		<>
			<ListTable
				list={list}
				lines={8}
				none={<Empty title={t("none")} />}
				label={t("tab.wilayas")}
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
					column,
				]}
			/>
			{dialog}
		</>
	);
}
