import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listAuditEntries } from "@/api/gen/sdk.gen.ts";
import type { AuditEntry } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useOperation } from "@/reference/use-operation.ts";
import { Button } from "@/ui/button.tsx";
import { DateField } from "@/ui/date-field.tsx";
import { isDate } from "@/ui/date-parts.ts";
import { Dialog } from "@/ui/dialog.tsx";
import { NativeSelect, type Option } from "@/ui/native-select.tsx";
import { Facts, PageHead } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { Empty } from "@/ui/states.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import css from "./administration.module.css";
import type { AuditSearch } from "./search.ts";

const PER_PAGE = 50;
/** What stands for the subject where a whole list was read. */
const LISTED = "list";

const pretty = (value: unknown) => (value == null ? "—" : JSON.stringify(value, null, 2));

function Entry({ entry, onClose }: { entry: AuditEntry; onClose: () => void }) {
	const { t } = useTranslation(["administration", "common"]);
	const { dateTime } = useFormat();
	const { operation, subject } = useOperation();
	return (
		<Dialog title={operation(entry.operation)} isOpen onClose={onClose} wide>
			<Facts
				items={[
					{ label: t("audit.at"), value: dateTime(entry.at) },
					{
						label: t("audit.who"),
						value: <bdi>{entry.person_name ?? entry.key_name ?? t("audit.nobody")}</bdi>,
					},
					{ label: t("role"), value: entry.role && t(`common:role.${entry.role}`) },
					{
						label: t("audit.subject"),
						value: (
							<>
								{subject(entry.subject_type)} <code>{entry.subject_id}</code>
							</>
						),
					},
					{ label: t("audit.operation"), value: <code>{entry.operation}</code> },
					{ label: t("audit.request"), value: <code>{entry.request_id}</code> },
				]}
			/>
			<div className={css.versions}>
				<section>
					<h3>{t("audit.before")}</h3>
					<pre className={css.json}>{pretty(entry.before)}</pre>
				</section>
				<section>
					<h3>{t("audit.after")}</h3>
					<pre className={css.json}>{pretty(entry.after)}</pre>
				</section>
			</div>
		</Dialog>
	);
}

function Filters({
	search,
	onChange,
}: {
	search: AuditSearch;
	onChange: (patch: AuditSearch) => void;
}) {
	const { t } = useTranslation(["administration", "common"]);
	const [typed, setTyped] = useState(search);
	const { options, operation, subject } = useOperation();
	const choice = (
		key: "action" | "subject_type",
		label: string,
		all: readonly Option[],
		said: (code: string) => string,
	) => {
		const chosen = typed[key];
		const unnamed = chosen && !all.some(({ id }) => id === chosen);
		return (
			<NativeSelect
				label={label}
				empty={t("all")}
				options={unnamed ? [{ id: chosen, label: said(chosen) }, ...all] : all}
				value={chosen}
				onChange={(id) => setTyped({ ...typed, [key]: id ?? undefined })}
			/>
		);
	};
	return (
		<search>
			<form
				className={css.auditFilters}
				onSubmit={(event) => {
					event.preventDefault();
					onChange({
						...typed,
						from: isDate(typed.from ?? null) ? typed.from : undefined,
						to: isDate(typed.to ?? null) ? typed.to : undefined,
					});
				}}
			>
				{choice("action", t("audit.operation"), options("name"), operation)}
				{choice("subject_type", t("audit.subjectType"), options("subject"), subject)}
				<TextField
					label={t("audit.subjectId")}
					dir="ltr"
					value={typed.subject_id ?? ""}
					onChange={(value) => setTyped({ ...typed, subject_id: value || undefined })}
				/>
				<DateField
					label={t("audit.from")}
					value={typed.from ?? null}
					onChange={(from) => setTyped({ ...typed, from: from ?? undefined })}
				/>
				<DateField
					label={t("audit.to")}
					value={typed.to ?? null}
					onChange={(to) => setTyped({ ...typed, to: to ?? undefined })}
				/>
				<div className={css.filterActions}>
					<Button type="submit" variant="primary">
						{t("common:action.search")}
					</Button>
					<Button
						onPress={() => {
							const none = {
								actor: undefined,
								action: undefined,
								subject_type: undefined,
								subject_id: undefined,
								from: undefined,
								to: undefined,
							};
							setTyped(none);
							onChange(none);
						}}
					>
						{t("common:action.clear")}
					</Button>
				</div>
			</form>
		</search>
	);
}

/** Who changed what, when, from what to what. */
export function AuditPage() {
	const { t } = useTranslation(["administration", "common"]);
	const { dateTime } = useFormat();
	const { operation, subject } = useOperation();
	const search = useSearch({ from: "/audit" });
	const navigate = useNavigate({ from: "/audit" });
	const cursors = useCursors(JSON.stringify(search));
	const [open, setOpen] = useState<AuditEntry>();
	const list = useQuery({
		queryKey: ["audit", search, cursors.cursor],
		queryFn: async ({ signal }) =>
			(
				await listAuditEntries({
					query: {
						...search,
						limit: PER_PAGE,
						...(cursors.cursor ? { cursor: cursors.cursor } : {}),
					},
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
	});
	return (
		<>
			<PageHead title={t("audit.title")} lead={t("audit.lead")} />
			<Filters
				search={search}
				onChange={(patch) => void navigate({ search: patch, replace: true, resetScroll: false })}
			/>
			<PagedTable
				list={list}
				cursors={cursors}
				perPage={PER_PAGE}
				lines={8}
				empty={<Empty title={t("audit.none")} />}
				label={t("audit.title")}
				rowKey={(row) => row.id}
				columns={[
					{
						id: "at",
						header: t("audit.at"),
						cell: (row) => <time dateTime={row.at}>{dateTime(row.at)}</time>,
					},
					{
						id: "who",
						header: t("audit.who"),
						cell: (row) => <bdi>{row.person_name ?? row.key_name ?? t("audit.nobody")}</bdi>,
					},
					{
						id: "operation",
						header: t("audit.operation"),
						cell: (row) => operation(row.operation),
					},
					{
						id: "subject",
						header: t("audit.subject"),
						cell: (row) => (
							<>
								{subject(row.subject_type)}{" "}
								{row.subject_id !== LISTED && <code className="quiet">{row.subject_id}</code>}
							</>
						),
					},
					{
						id: "open",
						header: t("common:action.open"),
						bare: true,
						cell: (row) => (
							<Button
								small
								aria-label={t("audit.openOf", {
									operation: operation(row.operation),
									at: dateTime(row.at),
								})}
								onPress={() => setOpen(row)}
							>
								{t("common:action.open")}
							</Button>
						),
					},
				]}
			/>
			{open && <Entry entry={open} onClose={() => setOpen(undefined)} />}
		</>
	);
}
