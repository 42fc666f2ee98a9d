import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { Documents } from "@/documents/documents.tsx";
import { Card } from "@/ui/page.tsx";
import { documentsQuery } from "./queries.ts";

/** Receipt, statutes and minutes of a file: to read for those in charge, to add and to take away. */
export function FileDocuments({ id }: { id: string }) {
	const { t } = useTranslation("documents");
	const user = useUser();
	const query = documentsQuery(id);
	return (
		<Card title={t("title")}>
			<Documents
				list={useQuery(query)}
				queryKey={query.queryKey}
				target={
					can(user, "upload_document")
						? {
								path: `/api/v1/associations/${id}/documents`,
								kinds: ["receipt", "statutes", "minutes", "other"],
								usual: "receipt",
							}
						: undefined
				}
				removable={can(user, "delete_document")}
			/>
		</Card>
	);
}
