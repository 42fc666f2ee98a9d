import { type UseQueryResult, useQueryClient } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { download } from "@/api/download.ts";
import { deleteDocument } from "@/api/gen/sdk.gen.ts";
import type { Document, DocumentKind } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { Download, FileIcon, Trash } from "@/ui/icons.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { Loading } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import css from "./documents.module.css";
import { useKilobytes } from "./use-kilobytes.ts";

const NewDocument = lazy(async () => ({
	default: (await import("./new-document.tsx")).NewDocument,
}));

/** Where a document is sent, and what it may be. */
export interface Target {
	/** The collection it is added to. */
	path: string;
	/** What it belongs to within that: an agreement, a report. */
	about?: Readonly<Record<string, string>>;
	kinds: readonly DocumentKind[];
	/** What it is most often. */
	usual: DocumentKind;
}

interface Props {
	list: UseQueryResult<readonly Document[]>;
	/** Everything that is read again once a document was added or taken away. */
	queryKey: readonly unknown[];
	/** Where one is added; nowhere for those who only read. */
	target: Target | undefined;
	removable: boolean;
	/** What the list is of, where a page has several. */
	label?: string;
	/** What a document belongs to, said under its name. */
	belongsTo?: (document: Document) => ReactNode;
}

function RemoveDialog({
	document,
	onRemoved,
	onClose,
}: {
	document: Document;
	onRemoved: () => Promise<unknown>;
	onClose: () => void;
}) {
	const { t } = useTranslation(["documents", "common"]);
	const action = useAction();
	const remove = () =>
		action.run(async () => {
			await deleteDocument({ path: { id: document.id }, throwOnError: true });
			await onRemoved();
			say(t("removed"));
			onClose();
		});
	return (
		<ConfirmDialog
			title={t("removeAsk", { name: document.file_name })}
			action={action}
			confirm={t("common:action.remove")}
			onConfirm={() => void remove()}
			onClose={onClose}
		>
			<p>{t("removeDetail")}</p>
		</ConfirmDialog>
	);
}

/** Documents of a file, a project or a part of one: to read, and for some to add and to take away. */
export function Documents({ list, queryKey, target, removable, label, belongsTo }: Props) {
	const { t } = useTranslation(["documents", "common"]);
	const { date } = useFormat();
	const kilobytes = useKilobytes();
	const queryClient = useQueryClient();
	const action = useAction();
	const [fetched, setFetched] = useState<string>();
	/** Once it was opened, what was chosen stays in it. */
	const [adding, setAdding] = useState(false);
	const [removing, setRemoving] = useState<Document>();
	const readAgain = () => queryClient.invalidateQueries({ queryKey });
	const fetchOne = (document: Document) => {
		setFetched(document.id);
		return action.run(() =>
			download(`/api/v1/documents/${document.id}/content`, document.file_name),
		);
	};
	return (
		<>
			<Awaited list={list} none={<p className="quiet">{t("none")}</p>} lines={2} />
			{action.failed && <ProblemPanel error={action.error} />}
			{list.data && list.data.length > 0 && (
				<ul className={css.documents} aria-label={label}>
					{list.data.map((document) => (
						<li key={document.id}>
							<FileIcon />
							<div>
								<b>{t(`kindOf.${document.kind}`)}</b>
								<p className="quiet">
									<bdi>{document.file_name}</bdi>
									{`\u00a0· ${kilobytes(document.size)}\u00a0· ${date(document.created_at)}`}
								</p>
								{belongsTo?.(document)}
							</div>
							<div className={css.actions}>
								<Button
									small
									isPending={action.busy && fetched === document.id}
									aria-label={t("downloadOf", { name: document.file_name })}
									onPress={() => void fetchOne(document)}
								>
									<Download size={16} />
									{t("common:action.download")}
								</Button>
								{removable && (
									<Button
										small
										variant="quiet"
										aria-label={t("removeOf", { name: document.file_name })}
										onPress={() => setRemoving(document)}
									>
										<Trash size={16} />
									</Button>
								)}
							</div>
						</li>
					))}
				</ul>
			)}
			{target && (
				<details className={css.add} onToggle={() => setAdding(true)}>
					<summary>{t("add")}</summary>
					<Suspense fallback={<Loading lines={4} />}>
						{adding && <NewDocument target={target} onAdded={readAgain} />}
					</Suspense>
				</details>
			)}
			{removing && (
				<RemoveDialog
					document={removing}
					onRemoved={readAgain}
					onClose={() => setRemoving(undefined)}
				/>
			)}
		</>
	);
}
