import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Document } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Card } from "@/ui/page.tsx";
import { agreementsQuery } from "../partners/queries.ts";
import { ProjectDocuments } from "../project-documents.tsx";
import { reportsQuery } from "../queries.ts";
import { useDocuments } from "../use-documents.ts";
import css from "../workshop.module.css";

/** Every document of the project; those of an agreement or a report say so, and lead there. */
export function DocumentsCard({ id, editable }: { id: string; editable: boolean }) {
	const { t } = useTranslation(["workshop", "documents"]);
	const { date } = useFormat();
	const documents = useDocuments(id, undefined);
	const some = (member: "agreement_id" | "report_id") =>
		documents.data?.some((one) => one[member]) ?? false;
	const agreements = useQuery({ ...agreementsQuery(id), enabled: some("agreement_id") });
	const reports = useQuery({ ...reportsQuery(id), enabled: some("report_id") });
	const belongsTo = ({ agreement_id, report_id }: Document) => {
		const agreement = agreements.data?.find((one) => one.id === agreement_id);
		const report = reports.data?.find((one) => one.id === report_id);
		if (agreement)
			return (
				<Link
					to="/projects/$id/partners/$partner"
					params={{ id, partner: agreement.partner_id }}
					className={css.belongs}
				>
					{t("documents.agreement", { title: agreement.title })}
				</Link>
			);
		if (report)
			return (
				<Link to="/projects/$id/budget" params={{ id }} className={css.belongs}>
					{t("documents.report", { date: date(report.date) })}
				</Link>
			);
		return null;
	};
	return (
		<Card title={t("documents:title")}>
			<ProjectDocuments id={id} editable={editable} belongsTo={belongsTo} />
		</Card>
	);
}
