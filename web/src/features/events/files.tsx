import { useTranslation } from "react-i18next";
import type { Event, EventFile } from "@/api/gen/types.gen.ts";
import { DocumentRow } from "@/documents/document-row.tsx";
import documents from "@/documents/documents.module.css";
import { Picture } from "@/documents/picture.tsx";
import { useFormat } from "@/i18n/index.tsx";
import { Card } from "@/ui/page.tsx";

interface Props {
	event: Event;
	files: readonly EventFile[];
}

const contentOf = ({ id }: EventFile) => `/api/v1/event-files/${id}/content`;

/** The poster, and in words what it tells: which event, when and where. */
export function Poster({ event, files }: Props) {
	const { t } = useTranslation("events");
	const { text, dateRange } = useFormat();
	const poster = files.find(({ kind }) => kind === "poster");
	if (!poster) return null;
	const alt = t("files.posterOf", {
		name: text(event.name),
		days: dateRange(event.starts_on, event.ends_on),
		venue: text(event.place.venue),
	});
	return (
		<Card title={t("files.poster")}>
			<Picture id={poster.id} alt={alt} upright />
			<ul className={documents.documents}>
				<DocumentRow file={poster} content={contentOf(poster)} />
			</ul>
		</Card>
	);
}

/** What else its organisers give to everybody. */
export function EventDocuments({ files }: Pick<Props, "files">) {
	const { t } = useTranslation("events");
	const rows = files.filter(({ kind }) => kind === "document");
	if (rows.length === 0) return null;
	return (
		<Card title={t("files.documents")}>
			<ul className={documents.documents} aria-label={t("files.documents")}>
				{rows.map((file) => (
					<DocumentRow key={file.id} file={file} content={contentOf(file)} />
				))}
			</ul>
		</Card>
	);
}
