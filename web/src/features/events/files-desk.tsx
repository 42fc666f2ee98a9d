import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Documents } from "@/documents/documents.tsx";
import { Card } from "@/ui/page.tsx";
import { filesQuery } from "./queries.ts";

/** The poster and the documents of an event, for those who organise it: to add and to take away. */
export function FilesDesk({ event }: { event: string }) {
	const { t } = useTranslation("events");
	const query = filesQuery(event);
	return (
		<Card title={t("files.title")}>
			<p className="quiet">{t("files.lead")}</p>
			<Documents
				list={useQuery(query)}
				queryKey={query.queryKey}
				label={t("files.title")}
				target={{
					path: `/api/v1/events/${event}/files`,
					kinds: ["poster", "document"],
					usual: "poster",
				}}
				removable
				of="event"
			/>
		</Card>
	);
}
