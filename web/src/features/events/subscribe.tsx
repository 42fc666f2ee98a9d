import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import { Button, buttonClass } from "@/ui/button.tsx";
import field from "@/ui/field.module.css";
import { Copy } from "@/ui/icons.tsx";
import { Card } from "@/ui/page.tsx";
import { say } from "@/ui/toast.tsx";
import css from "./events.module.css";
import { feedQuery, isNarrowerThanFeed } from "./filter.ts";
import type { EventsSearch } from "./search.ts";

/** The calendar with the filters at hand, for one's own calendar or feed reader. */
export function Subscribe({ search }: { search: EventsSearch }) {
	const { t } = useTranslation(["events", "common"]);
	const { locale } = useFormat();
	const shown = useRef<HTMLInputElement>(null);
	const query = feedQuery(search, locale);
	const address = `${location.origin}/api/v1/events/calendar?${query}`;
	const copy = async () => {
		try {
			await navigator.clipboard.writeText(address);
			say(t("common:action.copied"));
		} catch {
			// Refused, or not a secure address: it stands selected, to be copied by hand.
			shown.current?.select();
		}
	};
	return (
		<Card title={t("feed.title")}>
			<p className="quiet">{t("feed.lead")}</p>
			{isNarrowerThanFeed(search) && <p className="quiet">{t("feed.wider")}</p>}
			<div className={field.field}>
				<label htmlFor="feed-address" className={field.label}>
					{t("feed.address")}
				</label>
				<input
					id="feed-address"
					ref={shown}
					className={field.input}
					dir="ltr"
					readOnly
					value={address}
					onFocus={(event) => event.target.select()}
				/>
			</div>
			<div className={css.ways}>
				<Button small onPress={() => void copy()}>
					<Copy size={16} />
					{t("common:action.copy")}
				</Button>
				<a className={buttonClass("secondary", true)} href={address.replace(/^https?:/, "webcal:")}>
					{t("feed.open")}
				</a>
				<a
					className={buttonClass("quiet", true)}
					href={`/api/v1/events/feed?${query}`}
					type="application/atom+xml"
				>
					{t("feed.atom")}
				</a>
			</div>
		</Card>
	);
}
