import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { download } from "@/api/download.ts";
import { deleteDocument } from "@/api/gen/sdk.gen.ts";
import type { Document } from "@/api/gen/types.gen.ts";
import { newKey } from "@/api/idempotency.ts";
import { upload } from "@/api/upload.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Actions } from "@/ui/actions.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { Button } from "@/ui/button.tsx";
import { FileDrop } from "@/ui/file-drop.tsx";
import { Form } from "@/ui/form.tsx";
import { Download, FileIcon, Trash } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Card } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { Progress } from "@/ui/progress.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import css from "./associations.module.css";
import { documentsQuery } from "./queries.ts";

const KINDS = ["receipt", "statutes", "minutes", "other"] as const;

function useKilobytes() {
	const { number } = useFormat();
	return (bytes: number) =>
		number(Math.ceil(bytes / 1024), { style: "unit", unit: "kilobyte", maximumFractionDigits: 0 });
}

function NewDocument({ id }: { id: string }) {
	const { t } = useTranslation(["associations", "common"]);
	const queryClient = useQueryClient();
	const action = useAction();
	const kilobytes = useKilobytes();
	const [kind, setKind] = useState<(typeof KINDS)[number]>("receipt");
	const [file, setFile] = useState<File | null>(null);
	const [sent, setSent] = useState(0);
	const send = async () => {
		if (!file) return;
		const query = new URLSearchParams({ kind, file_name: file.name });
		await upload(`/api/v1/associations/${id}/documents?${query}`, file, newKey(), (progress) =>
			setSent(progress.sent),
		);
		await queryClient.invalidateQueries({ queryKey: documentsQuery(id).queryKey });
		setFile(null);
		say(t("documents.added"));
	};
	return (
		<details className={css.add}>
			<summary>{t("documents.add")}</summary>
			<Form action={action} onSubmit={() => void action.run(send)}>
				<NativeSelect
					label={t("documents.kind")}
					options={KINDS.map((one) => ({ id: one, label: t(`documentKind.${one}`) }))}
					value={kind}
					onChange={(one) => setKind(KINDS.find((known) => known === one) ?? "other")}
				/>
				<FileDrop
					label={t("documents.file")}
					hint={t("documents.hint")}
					accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
					file={file}
					onFile={setFile}
				/>
				{action.busy && file && (
					<Progress
						label={t("documents.sending")}
						said={`${kilobytes(sent)} / ${kilobytes(file.size)}`}
						value={sent}
						max={file.size}
					/>
				)}
				<Actions>
					<Button type="submit" variant="primary" isDisabled={!file} isPending={action.busy}>
						{t("documents.send")}
					</Button>
				</Actions>
			</Form>
		</details>
	);
}

/** Receipt, statutes and minutes of a file: to read for those in charge, to add and to take away. */
export function Documents({ id }: { id: string }) {
	const { t } = useTranslation(["associations", "common"]);
	const { date } = useFormat();
	const kilobytes = useKilobytes();
	const user = useUser();
	const queryClient = useQueryClient();
	const action = useAction();
	const documents = useQuery(documentsQuery(id));
	const fetchOne = (document: Document) =>
		action.run(() => download(`/api/v1/documents/${document.id}/content`, document.file_name));
	const remove = (document: Document) =>
		action.run(async () => {
			await deleteDocument({ path: { id: document.id }, throwOnError: true });
			await queryClient.invalidateQueries({ queryKey: documentsQuery(id).queryKey });
			say(t("documents.removed"));
		});
	return (
		<Card title={t("documents.title")}>
			<Awaited list={documents} none={<p className="quiet">{t("documents.none")}</p>} lines={2} />
			{action.failed && <ProblemPanel error={action.error} />}
			<ul className={css.documents}>
				{documents.data?.map((document) => (
					<li key={document.id}>
						<FileIcon />
						<div>
							<b>{t(`documentKind.${document.kind}`)}</b>
							<p className="quiet">
								<bdi>{document.file_name}</bdi> · {kilobytes(document.size)} ·{" "}
								{date(document.created_at)}
							</p>
						</div>
						<div className={css.documentActions}>
							<Button
								small
								isPending={action.busy}
								aria-label={t("documents.downloadOf", { name: document.file_name })}
								onPress={() => void fetchOne(document)}
							>
								<Download size={16} />
								{t("common:action.download")}
							</Button>
							{can(user, "delete_document") && (
								<Button
									small
									variant="quiet"
									isPending={action.busy}
									aria-label={t("documents.removeOf", { name: document.file_name })}
									onPress={() => void remove(document)}
								>
									<Trash size={16} />
								</Button>
							)}
						</div>
					</li>
				))}
			</ul>
			{can(user, "upload_document") && <NewDocument id={id} />}
		</Card>
	);
}
