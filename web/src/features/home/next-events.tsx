import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import { useWilayas } from "@/reference/use-reference.ts";
import { buttonClass } from "@/ui/button.tsx";
import { Failed, Loading } from "@/ui/states.tsx";
import css from "./home.module.css";
import { nextEventsQuery } from "./queries.ts";

/** The next exhibitions, salons and awareness days, with the way to all of them. */
export function NextEvents() {
	const { t } = useTranslation("home");
	const { text, dateRange } = useFormat();
	const wilayas = useWilayas();
	const list = useQuery(nextEventsQuery);
	return (
		<section className={css.way}>
			<h2>{t("events.title")}</h2>
			{list.isPending && <Loading lines={4} />}
			{list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
			{list.data?.length === 0 && <p>{t("events.none")}</p>}
			{list.data && list.data.length > 0 && (
				<ul className={css.events}>
					{list.data.map((event) => (
						<li key={event.id}>
							<Link to="/events/$id" params={{ id: event.id }}>
								<bdi>{text(event.name)}</bdi>
							</Link>
							<span className="num">{dateRange(event.starts_on, event.ends_on)}</span>
							<span>
								<bdi>{text(event.venue)}</bdi> · {wilayas.name(event.wilaya_code)}
							</span>
						</li>
					))}
				</ul>
			)}
			<Link to="/events" className={buttonClass("secondary")}>
				{t("events.all")}
			</Link>
		</section>
	);
}
