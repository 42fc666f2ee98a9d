import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { importCraftActivities, listCraftActivities } from "@/api/gen/sdk.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useCraftSectors } from "@/reference/use-reference.ts";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { FileDrop } from "@/ui/file-drop.tsx";
import { Form } from "@/ui/form.tsx";
import { Upload } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { SearchBox } from "@/ui/search-box.tsx";
import { Empty } from "@/ui/states.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useCursors } from "@/ui/use-cursors.ts";
import css from "./reference-data.module.css";
import type { ReferenceSearch } from "./search.ts";

const PER_PAGE = 50;

function ImportDialog({ onClose }: { onClose: () => void }) {
	const { t } = useTranslation(["reference-data", "common"]);
	const queryClient = useQueryClient();
	const action = useAction();
	const [file, setFile] = useState<File | null>(null);
	const [source, setSource] = useState("");
	const [missing, setMissing] = useState(false);
	const send = async () => {
		if (!file) return;
		const { data } = await importCraftActivities({
			query: { source: source.trim() },
			body: await file.text(),
			throwOnError: true,
		});
		await queryClient.invalidateQueries({ queryKey: ["reference-data", "activities"] });
		await queryClient.invalidateQueries({ queryKey: ["reference"] });
		say(t("activities.done", { ...data }));
		onClose();
	};
	// The server points at the row of the file, which has no field here.
	const [pointer, word] = Object.entries(action.wrong).find(([one]) => /^\/\d+/.test(one)) ?? [];
	const wrongRow =
		pointer && t("activities.row", { row: pointer.split("/")[1] ?? "", word: word ?? "" });
	const submit = () => {
		setMissing(!file);
		if (file) void action.run(send);
	};
	return (
		<Dialog title={t("activities.import")} isOpen onClose={onClose}>
			<Form action={action} onSubmit={submit}>
				<FileDrop
					label={t("activities.file")}
					hint={t("activities.importLead")}
					accept=".csv,text/csv"
					file={file}
					onFile={setFile}
					error={missing && !file ? t("common:field.required") : wrongRow}
				/>
				<TextField
					label={t("source")}
					hint={t("sourceHint")}
					dir="auto"
					value={source}
					onChange={setSource}
					error={action.wrong["?source"] ?? action.wrong["/source"]}
					isRequired
				/>
				<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
					{t("activities.send")}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}

interface Props {
	search: ReferenceSearch;
	onChange: (patch: Partial<ReferenceSearch>) => void;
}

export function Activities({ search, onChange }: Props) {
	const { t } = useTranslation(["reference-data", "common"]);
	const { text } = useFormat();
	const user = useUser();
	const sectors = useCraftSectors();
	const cursors = useCursors(JSON.stringify(search));
	const [importing, setImporting] = useState(false);
	const list = useQuery({
		queryKey: ["reference-data", "activities", search.q, search.sector, cursors.cursor],
		queryFn: async ({ signal }) =>
			(
				await listCraftActivities({
					query: {
						limit: PER_PAGE,
						...(search.q ? { q: search.q } : {}),
						...(search.sector ? { sector: search.sector } : {}),
						...(cursors.cursor ? { cursor: cursors.cursor } : {}),
					},
					cache: "no-cache",
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
	});
	const filtered = search.q !== undefined || search.sector !== undefined;
	return (
		<>
			<search className={css.filters}>
				<SearchBox
					label={t("search")}
					value={search.q ?? ""}
					onSearch={(q) => onChange({ q: q || undefined })}
				/>
				<NativeSelect
					label={t("sector")}
					empty={t("allSectors")}
					options={sectors.options}
					value={search.sector}
					onChange={(sector) => onChange({ sector: sector ?? undefined })}
				/>
				{can(user, "import_craft_activities") && (
					<Button variant="primary" onPress={() => setImporting(true)}>
						<Upload />
						{t("activities.import")}
					</Button>
				)}
			</search>
			<PagedTable
				list={list}
				cursors={cursors}
				perPage={PER_PAGE}
				lines={6}
				empty={<Empty title={t(filtered ? "none" : "activities.none")} />}
				label={t("tab.activities")}
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
					{ id: "sector", header: t("sector"), cell: (row) => sectors.name(row.sector_code) },
					{ id: "source", header: t("source"), cell: (row) => <bdi>{row.source}</bdi> },
				]}
			/>
			{importing && <ImportDialog onClose={() => setImporting(false)} />}
		</>
	);
}
