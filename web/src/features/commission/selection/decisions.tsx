import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { download } from "@/api/download.ts";
import type { Call } from "@/api/gen/types.gen.ts";
import { listSelectionDecisions } from "@/api/gen/workshop-sdk.gen.ts";
import { ApplicationBadge } from "@/reference/application-badge.tsx";
import { useDecisionWords } from "@/reference/decision-words.ts";
import { usePoints } from "@/reference/use-points.ts";
import { Button } from "@/ui/button.tsx";
import { Download } from "@/ui/icons.tsx";
import { Card } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { Tabs } from "@/ui/tabs.tsx";
import { useAction } from "@/ui/use-action.ts";
import { DECIDED } from "../search.ts";
import { useApplicationColumn } from "../use-application-column.tsx";
import { usePages } from "../use-pages.ts";

/** What was decided about each application and why, and the minutes to sign; for the organisers. */
export function Decisions({ event, call }: { event: string; call: Call }) {
	const { t } = useTranslation(["commission", "common"]);
	const points = usePoints();
	const words = useDecisionWords(call);
	const { status } = useSearch({ from: "/events/$id/selection" });
	const application = useApplicationColumn();
	const action = useAction();
	const pages = usePages(event, ["decisions", status ?? ""], (query, signal) =>
		listSelectionDecisions({
			path: { id: event },
			query: { ...query, ...(status ? { status: [status] } : {}) },
			signal,
			throwOnError: true,
		}),
	);
	const minutes = () =>
		void action.run(() =>
			download(`/api/v1/events/${event}/selection/minutes`, "minutes.pdf", "application/pdf"),
		);
	const tab = (one: (typeof DECIDED)[number] | undefined) => ({
		id: one ?? "all",
		label: one ? t(`common:application.${one}`) : t("decisions.all"),
		link: {
			to: "/events/$id/selection" as const,
			params: { id: event },
			search: { status: one },
		},
	});
	return (
		<Card
			title={t("decisions.title")}
			actions={
				<Button small isPending={action.busy} onPress={minutes}>
					<Download size={16} />
					{t("decisions.minutes")}
				</Button>
			}
		>
			{action.failed && <ProblemPanel error={action.error} />}
			<Tabs
				label={t("decisions.filter")}
				current={status ?? "all"}
				tabs={[undefined, ...DECIDED].map(tab)}
			/>
			<PagedTable
				{...pages}
				empty={<p className="quiet">{t("decisions.none")}</p>}
				label={t("decisions.title")}
				rowKey={(row) => row.application_id}
				columns={[
					application,
					{
						id: "score",
						header: t("scores.score"),
						numeric: true,
						cell: (row) => points(row.score),
					},
					{
						id: "state",
						header: t("state"),
						cell: (row) => <ApplicationBadge status={row.status} />,
					},
					{
						id: "why",
						header: t("decisions.why"),
						wide: true,
						cell: words,
					},
				]}
			/>
		</Card>
	);
}
