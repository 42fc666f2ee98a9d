import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import css from "./call-form.module.css";
import { type CallTyped, keptSeats } from "./values.ts";

/** The seats that quotas keep against those there are, as they are typed; said aloud in one place. */
export function Kept({ typed, announced }: { typed: CallTyped; announced: boolean }) {
	const { t } = useTranslation("events");
	const { number } = useFormat();
	const kept = keptSeats(typed);
	const capacity = typed.capacity ?? 0;
	const rest = capacity - kept;
	const share = capacity > 0 ? Math.min(kept / capacity, 1) : Number(kept > 0);
	const over = rest < 0;
	return (
		<div className={css.kept} data-over={over || undefined} role={announced ? "status" : undefined}>
			<span className={css.bar} aria-hidden="true">
				<span style={{ inlineSize: `${share * 100}%` }} />
			</span>
			<span className="num">
				{t("callForm.kept", { kept: number(kept), capacity: number(capacity) })}
			</span>{" "}
			<span className="num">
				{over
					? t("callForm.over", { number: number(-rest) })
					: t("callForm.rest", { number: number(rest) })}
			</span>
		</div>
	);
}
