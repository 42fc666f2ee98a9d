import { Dialog } from "@/ui/dialog.tsx";
import { Stack } from "@/ui/page.tsx";
import { ProjectDocuments } from "../project-documents.tsx";

interface Props {
	id: string;
	report: string;
	title: string;
	editable: boolean;
	onClose: () => void;
}

/** The documents of one progress report. */
export function DocumentsDialog({ id, report, title, editable, onClose }: Props) {
	return (
		<Dialog title={title} isOpen onClose={onClose}>
			<Stack>
				<ProjectDocuments id={id} editable={editable} label={title} of={{ report_id: report }} />
			</Stack>
		</Dialog>
	);
}
