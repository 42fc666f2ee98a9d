import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listInstitutions } from "@/api/gen/sdk.gen.ts";
import type { Institution } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useWilayas } from "@/reference/use-reference.ts";
import { Tag } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { Plus } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { PageHead, Row } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { SearchBox } from "@/ui/search-box.tsx";
import { Empty } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import { CoverageDialog } from "./coverage-dialog.tsx";
import { InstitutionDialog } from "./institution-dialog.tsx";
import css from "./institutions.module.css";
import { type InstitutionsSearch, KINDS } from "./search.ts";

const KEY = ["institutions"];
const PER_PAGE = 25;

type Open = { form: Institution | "new" } | { coverage: Institution } | undefined;

/** Bodies of the sector and the wilayas each covers. */
export function InstitutionsPage() {
	const { t } = useTranslation(["institutions", "common"]);
	const { text } = useFormat();
	const user = useUser();
	const wilayas = useWilayas();
	const search = useSearch({ from: "/institutions" });
	const navigate = useNavigate({ from: "/institutions" });
	const queryClient = useQueryClient();
	const cursors = useCursors(JSON.stringify(search));
	const [open, setOpen] = useState<Open>();
	const list = useQuery({
		queryKey: [...KEY, search, cursors.cursor],
		queryFn: async ({ signal }) =>
			(
				await listInstitutions({
					query: {
						...search,
						limit: PER_PAGE,
						...(cursors.cursor ? { cursor: cursors.cursor } : {}),
					},
					// Kept by the browser for minutes; somebody who edits wants what is there now.
					cache: "no-cache",
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
	});
	const set = (patch: Partial<InstitutionsSearch>) =>
		void navigate({ search: (old) => ({ ...old, ...patch }), replace: true, resetScroll: false });
	const saved = async () => {
		setOpen(undefined);
		await queryClient.invalidateQueries({ queryKey: KEY });
		say(t("saved"));
	};
	const mayEdit = can(user, "update_institution");
	return (
		<>
			<PageHead
				title={t("title")}
				lead={t("lead")}
				actions={
					can(user, "create_institution") && (
						<Button variant="primary" onPress={() => setOpen({ form: "new" })}>
							<Plus />
							{t("new")}
						</Button>
					)
				}
			/>
			<search className={css.filters}>
				<SearchBox
					label={t("search")}
					value={search.q ?? ""}
					onSearch={(q) => set({ q: q || undefined })}
				/>
				<NativeSelect
					label={t("kind")}
					empty={t("all")}
					options={KINDS.map((id) => ({ id, label: t(`kindName.${id}`) }))}
					value={search.kind}
					onChange={(id) => set({ kind: KINDS.find((kind) => kind === id) })}
				/>
				<NativeSelect
					label={t("common:field.wilaya")}
					empty={t("all")}
					options={wilayas.options}
					value={search.wilaya}
					onChange={(wilaya) => set({ wilaya: wilaya ?? undefined })}
				/>
			</search>
			<PagedTable
				list={list}
				cursors={cursors}
				perPage={PER_PAGE}
				lines={6}
				empty={<Empty title={t("none")} />}
				label={t("title")}
				rowKey={(row) => row.id}
				columns={[
					{ id: "name", header: t("name"), cell: (row) => <bdi>{text(row.name)}</bdi> },
					{ id: "kind", header: t("kind"), cell: (row) => t(`kindName.${row.kind}`) },
					{
						id: "wilayas",
						header: t("coverage"),
						cell: (row) => (
							<Row>
								{row.wilayas.slice(0, 4).map((code) => (
									<Tag key={code}>
										{code} {wilayas.name(code)}
									</Tag>
								))}
								{row.wilayas.length > 4 && (
									<span>{t("more", { count: row.wilayas.length - 4 })}</span>
								)}
							</Row>
						),
					},
					{
						id: "contact",
						header: t("contact"),
						cell: (row) => (
							<>
								{row.phone && <span className="ltr">{row.phone}</span>}
								{row.phone && row.email && <br />}
								{row.email && <span className="ltr">{row.email}</span>}
							</>
						),
					},
					...(mayEdit
						? [
								{
									id: "edit",
									header: t("actions"),
									bare: true,
									cell: (row: Institution) => (
										<Row>
											<Button
												small
												onPress={() => setOpen({ form: row })}
												aria-label={t("editOf", { name: text(row.name) })}
											>
												{t("common:action.edit")}
											</Button>
											<Button
												small
												onPress={() => setOpen({ coverage: row })}
												aria-label={t("coverageOf", { name: text(row.name) })}
											>
												{t("coverage")}
											</Button>
										</Row>
									),
								},
							]
						: []),
				]}
			/>
			{open && "form" in open && (
				<InstitutionDialog
					institution={open.form === "new" ? undefined : open.form}
					onSaved={saved}
					onClose={() => setOpen(undefined)}
				/>
			)}
			{open && "coverage" in open && (
				<CoverageDialog
					institution={open.coverage}
					onSaved={saved}
					onClose={() => setOpen(undefined)}
				/>
			)}
		</>
	);
}
