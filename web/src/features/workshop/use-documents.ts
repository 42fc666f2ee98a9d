import { useQuery } from "@tanstack/react-query";
import type { Document } from "@/api/gen/types.gen.ts";
import { documentsQuery } from "./queries.ts";

/** A part of a project that has documents of its own. */
export type Part = { agreement_id: string } | { report_id: string };

const isOf = (part: Part) => (document: Document) =>
	"agreement_id" in part
		? document.agreement_id === part.agreement_id
		: document.report_id === part.report_id;

/** All documents of a project, or those of a part of it. */
export const useDocuments = (id: string, part: Part | undefined) =>
	useQuery({
		...documentsQuery(id),
		select: (all) => (part ? all.filter(isOf(part)) : all),
	});
