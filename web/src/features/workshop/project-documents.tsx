import type { ReactNode } from "react";
import type { Document } from "@/api/gen/types.gen.ts";
import { Documents } from "@/documents/documents.tsx";
import { documentsQuery } from "./queries.ts";
import { type Part, useDocuments } from "./use-documents.ts";

interface Props {
	id: string;
	/** Whether the reader edits the project; everybody else reads and downloads. */
	editable: boolean;
	/** The part whose documents they are; all of the project when absent. */
	of?: Part;
	label?: string;
	belongsTo?: (document: Document) => ReactNode;
}

export function ProjectDocuments({ id, editable, of, ...shown }: Props) {
	const usual = !of ? "other" : "agreement_id" in of ? "agreement" : "invoice";
	return (
		<Documents
			list={useDocuments(id, of)}
			queryKey={documentsQuery(id).queryKey}
			target={
				editable
					? {
							path: `/api/v1/projects/${id}/documents`,
							...(of ? { about: of } : {}),
							kinds: ["agreement", "invoice", "picture", "minutes", "other"],
							usual,
						}
					: undefined
			}
			removable={editable}
			{...shown}
		/>
	);
}
