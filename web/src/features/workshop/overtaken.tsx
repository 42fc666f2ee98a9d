import { useTranslation } from "react-i18next";
import { isProblem } from "@/api/problem.ts";
import { Notice } from "@/ui/notice.tsx";

/** Whether a change was refused because somebody else changed, or removed, the card first. */
export const wasOvertaken = (error: unknown): boolean =>
	isProblem(error) && (error.status === 412 || error.status === 404);

/** What the card says now that somebody else was first; what was typed stays in the form. */
export function Overtaken({ theirs }: { theirs: string | undefined }) {
	const { t } = useTranslation("workshop");
	return (
		<Notice tone="warn" title={t(theirs === undefined ? "card.gone" : "card.overtaken")} alert>
			{theirs !== undefined && <p dir="auto">{theirs}</p>}
			<p>{t(theirs === undefined ? "card.goneLead" : "card.overtakenLead")}</p>
		</Notice>
	);
}
