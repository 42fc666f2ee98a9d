import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProgressReport } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Button } from "@/ui/button.tsx";
import { FileIcon } from "@/ui/icons.tsx";
import { useDocuments } from "../use-documents.ts";

const DocumentsDialog = lazy(async () => ({
	default: (await import("./documents-dialog.tsx")).DocumentsDialog,
}));

interface Props {
	id: string;
	report: ProgressReport;
	editable: boolean;
}

/** How many documents a report has, and the way to them; nothing for readers of a report without any. */
export function ReportDocuments({ id, report, editable }: Props) {
	const { t } = useTranslation("workshop");
	const { date } = useFormat();
	const [open, setOpen] = useState(false);
	const list = useDocuments(id, { report_id: report.id });
	const count = list.data?.length ?? 0;
	const title = t("documents.ofReport", { date: date(report.date) });
	if (!list.data || (count === 0 && !editable && !open)) return null;
	const said = count > 0 ? t("documents.count", { count }) : t("documents.attach");
	return (
		<>
			<Button
				small
				variant="quiet"
				aria-label={t("documents.countOf", { said, title })}
				onPress={() => setOpen(true)}
			>
				<FileIcon size={16} />
				{said}
			</Button>
			<Suspense>
				{open && (
					<DocumentsDialog
						id={id}
						report={report.id}
						title={title}
						editable={editable}
						onClose={() => setOpen(false)}
					/>
				)}
			</Suspense>
		</>
	);
}
