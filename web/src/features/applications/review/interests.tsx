import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { listEvents } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Finder } from "@/ui/finder.tsx";
import { Card } from "@/ui/page.tsx";
import { openReviewsQuery } from "./queries.ts";
import css from "./review.module.css";

/** The way to say where one is not free: for events one has something to review of, and, found by name, for all others. */
export function Interests() {
	const { t } = useTranslation("applications");
	const { text, dateRange } = useFormat();
	const navigate = useNavigate();
	const open = useQuery({ ...openReviewsQuery(), staleTime: 0 });
	const events = new Map(open.data?.map((row) => [row.event_id, row.event_name]));
	return (
		<Card title={t("review.interests")}>
			<p className="quiet">{t("review.interestsLead")}</p>
			{events.size > 0 && (
				<ul className={css.events}>
					{[...events].map(([id, name]) => (
						<li key={id}>
							<Link to="/my-reviews/conflicts/$event" params={{ event: id }}>
								<bdi>{text(name)}</bdi>
							</Link>
						</li>
					))}
				</ul>
			)}
			<Finder
				label={t("review.findEvent")}
				hint={t("review.findEventHint")}
				of={["events", "found"]}
				without={new Set(events.keys())}
				addLabel={(name) => t("review.declareFor", { name })}
				action={t("review.declare")}
				search={async (words, signal) =>
					(
						await listEvents({
							query: { q: words, limit: 10, sort: "-starts_on" },
							signal,
							throwOnError: true,
						})
					).data.items.map((row) => ({
						id: row.id,
						name: text(row.name),
						note: dateRange(row.starts_on, row.ends_on),
					}))
				}
				onAdd={({ id }) =>
					void navigate({ to: "/my-reviews/conflicts/$event", params: { event: id } })
				}
			/>
		</Card>
	);
}
