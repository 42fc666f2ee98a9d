import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Text } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import type { Column } from "@/ui/data-table.tsx";

/** A row about an application, or one of applications. */
type Subject = { number?: number | null; association_name: Text } & (
	| { application_id: string }
	| { id: string }
);

/** The application a row is about, which leads to its page. */
export function useApplicationColumn(): Column<Subject> {
	const { t } = useTranslation("commission");
	const { text } = useFormat();
	return {
		id: "application",
		header: t("scores.application"),
		cell: (row) => (
			<Link
				to="/applications/$id"
				params={{ id: "application_id" in row ? row.application_id : row.id }}
			>
				{t("scores.named", { number: row.number, name: text(row.association_name) })}
			</Link>
		),
	};
}
