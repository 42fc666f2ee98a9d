import { useTranslation } from "react-i18next";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/page.tsx";
import css from "./device.module.css";
import type { KeptEntry } from "./store.ts";
import { useClock } from "./use-clock.ts";

interface Props<E extends KeptEntry> {
	refused: readonly E[];
	onDismiss: (ids: readonly string[]) => void;
	/** Whom an entry is about. */
	who: (entry: E) => string;
	/** What was noted, with whom it is about. */
	what: (entry: E, who: string) => string;
	/** Why the server did not take it. */
	why: (entry: E) => string | undefined;
}

/** Entries the server did not take, with the reason, until somebody has read them. */
export function RefusedList<E extends KeptEntry>(props: Props<E>) {
	const { refused, onDismiss, who, what, why } = props;
	const { t } = useTranslation("device");
	const clock = useClock();
	if (refused.length === 0) return null;
	return (
		<Card title={t("refused.title")}>
			<p className="quiet">{t("refused.lead")}</p>
			<ul className={css.refused}>
				{refused.map((entry) => {
					const name = who(entry);
					const reason = why(entry);
					return (
						<li key={entry.id}>
							<div>
								<strong>{what(entry, name)}</strong>{" "}
								<time dateTime={entry.at}>{clock(entry.at)}</time>
								{reason && <p>{reason}</p>}
							</div>
							<Button
								small
								aria-label={t("refused.dismissOf", { who: name })}
								onPress={() => onDismiss([entry.id])}
							>
								{t("refused.dismiss")}
							</Button>
						</li>
					);
				})}
			</ul>
		</Card>
	);
}
