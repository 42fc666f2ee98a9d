import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { listEventApplications } from "@/api/gen/workshop-sdk.gen.ts";
import { Notice } from "@/ui/notice.tsx";

/** Letters of associations that wait for an answer of the organisers; nothing where there are none. */
export function Letters({ event }: { event: string }) {
	const { t } = useTranslation("events");
	const waiting = useQuery({
		queryKey: ["applications", "event", event, "letters"],
		queryFn: async ({ signal }) =>
			(
				await listEventApplications({
					path: { id: event },
					query: { last_message_from: "association", limit: 1, include_total: true },
					signal,
					throwOnError: true,
				})
			).data.total ?? 0,
		staleTime: 0,
	});
	const count = waiting.data ?? 0;
	if (count === 0) return null;
	return (
		<Notice tone="info" title={t("letters.waiting", { count })}>
			<p>
				<Link to="/events/$id/applications" params={{ id: event }} search={{ unanswered: true }}>
					{t("letters.read")}
				</Link>
			</p>
		</Notice>
	);
}
