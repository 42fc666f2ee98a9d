import { useTranslation } from "react-i18next";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/page.tsx";
import css from "./gate.module.css";
import type { Gate, GateState } from "./gate.ts";
import { useClock } from "./use-clock.ts";

/** Entries the server did not take, with the reason, until somebody has read them. */
export function RefusedList({ gate, state }: { gate: Gate; state: GateState }) {
	const { t } = useTranslation("gate");
	const clock = useClock();
	const { refused, roster } = state;
	if (refused.length === 0) return null;
	const names = new Map(roster?.badges.map(({ code, name }) => [code, name]));
	return (
		<Card title={t("refused.title")}>
			<p className="quiet">{t("refused.lead")}</p>
			<ul className={css.refused}>
				{refused.map(({ id, code, direction, at, reason }) => {
					const who = names.get(code) ?? code;
					return (
						<li key={id}>
							<div>
								<strong>{t("refused.entry", { way: t(`way.${direction}`), who })}</strong>{" "}
								<time dateTime={at}>{clock(at)}</time>
								{reason && <p>{t(`reason.${reason}`)}</p>}
							</div>
							<Button
								small
								aria-label={t("refused.dismissOf", { who })}
								onPress={() => void gate.dismiss([id])}
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
