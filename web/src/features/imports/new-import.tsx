import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ImportPreview } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Actions } from "@/ui/actions.tsx";
import { Tag } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { FileDrop } from "@/ui/file-drop.tsx";
import { Form } from "@/ui/form.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Fields, Row } from "@/ui/page.tsx";
import { Progress } from "@/ui/progress.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { HowItIsRead } from "./reading.tsx";
import {
	ACCEPT,
	type ImportOptions,
	isAccepted,
	isOld,
	previewImport,
	type Reading,
	startImport,
} from "./start-import.ts";
import { useFields } from "./use-fields.ts";

const STARTS = ["draft", "submitted", "verified"] as const;

type Start = (typeof STARTS)[number];
const LIKELY = ["list", "skip", "insert"] as const;
type Likely = (typeof LIKELY)[number];

/** What each column of the file means, as the server found it and as the officer corrects it. */
function Columns(props: {
	preview: ImportPreview;
	columns: Readonly<Record<string, string>>;
	onChange: (columns: Record<string, string>) => void;
	defaults: Readonly<Record<string, string>>;
	onDefaults: (defaults: Record<string, string>) => void;
}) {
	const { t } = useTranslation("imports");
	const { preview, columns, onChange, defaults, onDefaults } = props;
	const { options, labelOf, required } = useFields();
	const given = new Set(Object.values(columns));
	const missing = required.filter((field) => !given.has(field.name));
	const example = (index: number) => preview.rows[0]?.cells[index] ?? "";
	return (
		<>
			{missing.length > 0 && (
				<Notice tone="warn" title={t("mapping.missing")}>
					<Fields>
						{missing.map((field) => (
							<TextField
								key={field.name}
								label={labelOf(field.name)}
								hint={t("mapping.forAll")}
								dir="auto"
								value={defaults[field.name] ?? ""}
								onChange={(value) => onDefaults({ ...defaults, [field.name]: value })}
							/>
						))}
					</Fields>
				</Notice>
			)}
			<DataTable
				label={t("mapping.title")}
				rows={preview.columns.map((column, index) => ({ ...column, index }))}
				rowKey={(column) => `${column.index}`}
				columns={[
					{
						id: "header",
						header: t("mapping.column"),
						cell: (column) => (
							<Row>
								<bdi>{column.header}</bdi>
								{column.remembered && <Tag>{t("mapping.remembered")}</Tag>}
							</Row>
						),
					},
					{
						id: "example",
						header: t("mapping.example"),
						cell: (column) => <bdi>{example(column.index)}</bdi>,
					},
					{
						id: "field",
						header: t("mapping.meaning"),
						wide: true,
						cell: (column) => (
							<NativeSelect
								label={t("mapping.meaningOf", { column: column.header })}
								hideLabel
								empty={t("mapping.leaveOut")}
								options={options}
								value={columns[column.header] ?? null}
								onChange={(field) => onChange({ ...columns, [column.header]: field ?? "" })}
							/>
						),
					},
				]}
			/>
		</>
	);
}

/** A file, what its columns mean, then a trial that writes nothing. */
export function NewImport() {
	const { t } = useTranslation(["imports", "common"]);
	const { number } = useFormat();
	const navigate = useNavigate();
	const action = useAction();
	const [file, setFile] = useState<File | null>(null);
	const [missing, setMissing] = useState(false);
	const [preview, setPreview] = useState<ImportPreview>();
	const [columns, setColumns] = useState<Record<string, string>>({});
	const [defaults, setDefaults] = useState<Record<string, string>>({});
	const [status, setStatus] = useState<Start>("draft");
	const [duplicates, setDuplicates] = useState<Likely>("list");
	const [reading, setReading] = useState<Reading>({});
	const [sent, setSent] = useState<number>();
	const choose = (chosen: File) => {
		setFile(chosen);
		setPreview(undefined);
		setReading({});
		action.clear();
	};
	const look = async (chosen: File, said: Reading) => {
		const found = await previewImport(chosen, said);
		setColumns(
			Object.fromEntries(found.columns.map((column) => [column.header, column.field ?? ""])),
		);
		setPreview(found);
	};
	const start = async (chosen: File) => {
		const options: ImportOptions = { ...reading, columns, defaults, status, duplicates };
		const job = await startImport(chosen, { ...options, dryRun: true }, (progress) =>
			setSent(progress.sent),
		);
		if (isOld(job)) say(t("again"));
		await navigate({ to: "/imports/$id", params: { id: job.id } });
	};
	const submit = () => {
		setMissing(!file);
		if (file && !isAccepted(file)) return;
		setSent(preview ? 0 : undefined);
		if (file) void action.run(() => (preview ? start(file) : look(file, reading)));
	};
	const readAnew = (said: Reading) => {
		setReading(said);
		setSent(undefined);
		if (file) void action.run(() => look(file, said));
	};
	const kilobytes = (bytes: number) => number(Math.ceil(bytes / 1024));
	return (
		<Card title={t("new.title")}>
			<Form action={action} onSubmit={submit}>
				<FileDrop
					label={t("new.file")}
					hint={t("new.formats")}
					accept={ACCEPT}
					file={file}
					onFile={choose}
					error={
						missing && !file
							? t("common:field.required")
							: file && !isAccepted(file)
								? t("new.wrongKind")
								: undefined
					}
				/>
				{preview && (
					<>
						<HowItIsRead preview={preview} reading={reading} onChange={readAnew} />
						<Columns
							preview={preview}
							columns={columns}
							onChange={setColumns}
							defaults={defaults}
							onDefaults={setDefaults}
						/>
						<NativeSelect
							label={t("new.status")}
							options={STARTS.map((id) => ({ id, label: t(`common:status.${id}`) }))}
							value={status}
							onChange={(id) => setStatus(STARTS.find((one) => one === id) ?? "draft")}
						/>
						<NativeSelect
							label={t("new.duplicates")}
							hint={t(`new.duplicatesHint.${duplicates}`)}
							options={LIKELY.map((id) => ({ id, label: t(`new.duplicatesWay.${id}`) }))}
							value={duplicates}
							onChange={(id) => setDuplicates(LIKELY.find((one) => one === id) ?? "list")}
						/>
						<p>{t("new.dryRun")}</p>
					</>
				)}
				{action.busy && sent !== undefined && file && (
					<Progress
						label={t("new.sending")}
						said={t("new.sent", { sent: kilobytes(sent), total: kilobytes(file.size) })}
						value={sent}
						max={file.size}
					/>
				)}
				<Actions>
					<Button type="submit" variant="primary" isPending={action.busy}>
						{t(preview ? "new.check" : "new.look")}
					</Button>
				</Actions>
			</Form>
		</Card>
	);
}
