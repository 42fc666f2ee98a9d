import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { listCommunes } from "@/api/gen/sdk.gen.ts";
import type { Commune, Flag } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useWilayas } from "@/reference/use-reference.ts";
import { NativeSelect } from "@/ui/native-select.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { SearchBox } from "@/ui/search-box.tsx";
import { Empty } from "@/ui/states.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import { CommuneEditor } from "./commune-editor.tsx";
import css from "./reference-data.module.css";
import type { ReferenceSearch } from "./search.ts";
import { useRowDialogs } from "./use-row-dialogs.tsx";

const PER_PAGE = 50;
const wordOf = ({ value }: Flag) => (value == null ? "unset" : value ? "yes" : "no");

interface Props {
	search: ReferenceSearch;
	onChange: (patch: Partial<ReferenceSearch>) => void;
}

export function Communes({ search, onChange }: Props) {
	const { t } = useTranslation(["reference-data", "common"]);
	const { text } = useFormat();
	const wilayas = useWilayas();
	const cursors = useCursors(JSON.stringify(search));
	const { column, dialog } = useRowDialogs<Commune>({
		kind: "commune",
		codeOf: (row) => row.code,
		nameOf: (row) => text(row.name),
		edit: "update_commune",
		history: "list_commune_versions",
		editor: (row, onClose) => <CommuneEditor row={row} onClose={onClose} />,
	});
	const list = useQuery({
		queryKey: ["reference-data", "communes", search.q, search.wilaya, cursors.cursor],
		queryFn: async ({ signal }) =>
			(
				await listCommunes({
					query: {
						limit: PER_PAGE,
						...(search.q ? { q: search.q } : {}),
						...(search.wilaya ? { wilaya: [search.wilaya] } : {}),
						...(cursors.cursor ? { cursor: cursors.cursor } : {}),
					},
					cache: "no-cache",
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
	});
	return (
		<>
			<search className={css.filters}>
				<SearchBox
					label={t("search")}
					value={search.q ?? ""}
					onSearch={(q) => onChange({ q: q || undefined })}
				/>
				<NativeSelect
					label={t("common:field.wilaya")}
					empty={t("allWilayas")}
					options={wilayas.options}
					value={search.wilaya}
					onChange={(wilaya) => onChange({ wilaya: wilaya ?? undefined })}
				/>
			</search>
			<PagedTable
				list={list}
				cursors={cursors}
				perPage={PER_PAGE}
				lines={8}
				empty={<Empty title={t("none")} />}
				label={t("tab.communes")}
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
					{
						id: "wilaya",
						header: t("common:field.wilaya"),
						cell: (row) => `${row.wilaya_code} ${wilayas.name(row.wilaya_code)}`,
					},
					{
						id: "former",
						header: t("former"),
						cell: (row) => {
							const [w58, w48] = [row.wilaya_code_58, row.wilaya_code_48].map(
								(code) => `${code} ${wilayas.name(code)}`,
							);
							return row.wilaya_code === row.wilaya_code_58 &&
								row.wilaya_code === row.wilaya_code_48
								? t("formerNone")
								: t("formerOf", { w58, w48 });
						},
					},
					{ id: "border", header: t("border"), cell: (row) => t(`flag.${wordOf(row.border)}`) },
					{
						id: "isolated",
						header: t("isolated"),
						cell: (row) => t(`flag.${wordOf(row.isolated)}`),
					},
					column,
				]}
			/>
			{dialog}
		</>
	);
}
