import { type UseQueryResult, useQueryClient } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DocumentKind, EventFileKind } from "@/api/gen/types.gen.ts";
import { deleteDocument, deleteEventFile } from "@/api/gen/workshop-sdk.gen.ts";
import { Awaited } from "@/ui/awaited.tsx";
import { Button } from "@/ui/button.tsx";
import { Trash } from "@/ui/icons.tsx";
import { Loading } from "@/ui/states.tsx";
import { DocumentRow, type Listed } from "./document-row.tsx";
import css from "./documents.module.css";
import { RemoveDialog } from "./remove-dialog.tsx";

const NewDocument = lazy(async () => ({
	default: (await import("./new-document.tsx")).NewDocument,
}));

export type Kind = DocumentKind | EventFileKind;

/** Where a document is sent, and what it may be. */
export interface Target {
	/** The collection it is added to. */
	path: string;
	/** What it belongs to within that: an agreement, a report. */
	about?: Readonly<Record<string, string>>;
	kinds: readonly Kind[];
	/** What it is most often. */
	usual: Kind;
}

interface Kept extends Listed {
	kind: Kind;
}

interface Props<T extends Kept> {
	list: UseQueryResult<readonly T[]>;
	/** Everything that is read again once a document was added or taken away. */
	queryKey: readonly unknown[];
	/** Where one is added; nowhere for those who only read. */
	target: Target | undefined;
	removable: boolean;
	/** What the list is of, where a page has several. */
	label?: string;
	/** What a document belongs to, said under its name. */
	belongsTo?: (document: T) => ReactNode;
	/** Of what they are, where it is not a file or a project. */
	of?: "event";
}

const remove = {
	event: (id: string) => deleteEventFile({ path: { id }, throwOnError: true }),
	other: (id: string) => deleteDocument({ path: { id }, throwOnError: true }),
};

/** Documents of a file, a project or a part of one, or of an event: to read, and for some to add and to take away. */
export function Documents<T extends Kept>(props: Props<T>) {
	const { list, queryKey, target, removable, label, belongsTo, of } = props;
	const { t } = useTranslation("documents");
	const queryClient = useQueryClient();
	/** Once it was opened, what was chosen stays in it. */
	const [adding, setAdding] = useState(false);
	const [removing, setRemoving] = useState<T>();
	const readAgain = () => queryClient.invalidateQueries({ queryKey });
	return (
		<>
			<Awaited list={list} none={<p className="quiet">{t("none")}</p>} lines={2} />
			{list.data && list.data.length > 0 && (
				<ul className={css.documents} aria-label={label}>
					{list.data.map((document) => (
						<DocumentRow
							key={document.id}
							file={document}
							kind={t(`kindOf.${document.kind}`)}
							content={`/api/v1/${of ? "event-files" : "documents"}/${document.id}/content`}
							actions={
								removable && (
									<Button
										small
										variant="quiet"
										aria-label={t("removeOf", { name: document.file_name })}
										onPress={() => setRemoving(document)}
									>
										<Trash size={16} />
									</Button>
								)
							}
						>
							{belongsTo?.(document)}
						</DocumentRow>
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
					name={removing.file_name}
					onRemove={async () => {
						await remove[of ?? "other"](removing.id);
						await readAgain();
					}}
					onClose={() => setRemoving(undefined)}
				/>
			)}
		</>
	);
}
