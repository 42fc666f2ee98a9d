import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import { left as leftUntil } from "@/i18n/left.ts";
import { Clock as ClockIcon } from "@/ui/icons.tsx";
import css from "./attempt.module.css";

const DAY = 86_400;
/** Minutes before the end that are said aloud. */
const WARNINGS = [10, 5, 1];

const two = (count: number) => String(count).padStart(2, "0");

/** `1:05:09`, `05:09`: as clocks show it. */
export function clockFace(seconds: number): string {
	const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
	return [...(hours > 0 ? [String(hours)] : []), two(minutes), two(seconds % 60)].join(":");
}

function useSecond(): number {
	const [now, setNow] = useState(Date.now);
	useEffect(() => {
		const timer = setInterval(() => setNow(Date.now()), 1000);
		return () => clearInterval(timer);
	}, []);
	return now;
}

/** How much of the time is left, by the clock of the server; said aloud shortly before the end. */
export function Countdown({ ends }: { ends: number }) {
	const { t } = useTranslation("exams");
	const { locale } = useFormat();
	const now = useSecond();
	const seconds = Math.max(0, Math.ceil((ends - now) / 1000));
	const warning = WARNINGS.find(
		(minutes) => seconds <= minutes * 60 && seconds > minutes * 60 - 20,
	);
	return (
		<>
			<span
				role="timer"
				aria-label={t("clock.label")}
				className={css.clock}
				data-short={seconds <= 60 || undefined}
			>
				<ClockIcon />
				<span className={css.clockWord}>{t("clock.label")}</span>
				<b dir={seconds > DAY ? undefined : "ltr"}>
					{seconds > DAY
						? leftUntil(locale, new Date(ends).toISOString(), now)
						: clockFace(seconds)}
				</b>
			</span>
			<span className="visually-hidden" role="status">
				{warning !== undefined && t("clock.warning", { count: warning })}
			</span>
		</>
	);
}
