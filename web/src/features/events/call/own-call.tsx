import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { EventSummary } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Badge } from "@/ui/badge.tsx";
import { useNow } from "@/ui/use-now.ts";
import { CALL_TONE } from "./call-tone.ts";
import css from "./own-call.module.css";
import { standingOf, stateOf } from "./state-of.ts";

/** The call of one of one's own events: where it stands, until when, and the way to what was handed in. */
export function OwnCall({ event: { id, name, status, call } }: { event: EventSummary }) {
	const { t } = useTranslation("events");
	const { text, dateTime } = useFormat();
	const now = useNow();
	if (!call) return null;
	const state = standingOf(status, stateOf(call, now));
	const turn = state === "upcoming" ? call.opens_at : call.closes_at;
	return (
		<div className={css.call}>
			<Badge tone={CALL_TONE[state]}>{t(`call.state.${state}`)}</Badge>{" "}
			<time dateTime={turn} className="quiet">
				{t(state === "upcoming" ? "call.opensAt" : "call.closesAt", { time: dateTime(turn) })}
			</time>
			<br />
			<Link
				to="/events/$id/applications"
				params={{ id }}
				aria-label={t("call.applicationsTo", { name: text(name) })}
			>
				{t("call.applications")}
			</Link>
		</div>
	);
}
