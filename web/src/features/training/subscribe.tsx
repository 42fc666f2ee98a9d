import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import { buttonClass } from "@/ui/button.tsx";
import css from "./training.module.css";

/** Cohorts are in one calendar with the events, which a calendar of one's own keeps up with. */
export function Subscribe({ wilaya }: { wilaya: string | undefined }) {
	const { t } = useTranslation("training");
	const { locale } = useFormat();
	const query = new URLSearchParams({ language: locale, ...(wilaya ? { wilaya } : {}) });
	return (
		<section className={css.subscribe} aria-labelledby="subscribe">
			<div>
				<h2 id="subscribe">{t("cohorts.feed.title")}</h2>
				<p className="quiet">{t(wilaya ? "cohorts.feed.leadWilaya" : "cohorts.feed.lead")}</p>
			</div>
			<a
				className={buttonClass("secondary")}
				href={`webcal://${location.host}/api/v1/events/calendar?${query}`}
			>
				{t("cohorts.feed.open")}
			</a>
		</section>
	);
}
