import { useTranslation } from "react-i18next";
import { isOutOfReach } from "@/api/problem.ts";
import { useUser } from "@/auth/session.ts";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import css from "./device.module.css";
import type { DeviceList, ListState } from "./device-list.ts";
import { useOnline } from "./offline.ts";
import type { KeptEntry, Listed } from "./store.ts";
import { useClock } from "./use-clock.ts";

/** Seconds by which a clock may be wrong before it is worth a word. */
const TOLERATED = 120;

function WrongClock({ ahead }: { ahead: number }) {
	const { t } = useTranslation("device");
	if (Math.abs(ahead) <= TOLERATED) return null;
	const count = Math.round(Math.abs(ahead) / 60);
	return (
		<Notice tone="warn" title={t("sync.clockTitle")}>
			<p>{t(ahead > 0 ? "sync.ahead" : "sync.behind", { count })}</p>
		</Notice>
	);
}

interface Props<R extends Listed, E extends KeptEntry> {
	list: DeviceList<R, E>;
	state: ListState<R, E>;
}

/** Whether the server knows everything: how many entries wait, and when it was last asked. */
export function SyncLine<R extends Listed, E extends KeptEntry>({ list, state }: Props<R, E>) {
	const { t } = useTranslation("device");
	const clock = useClock();
	const online = useOnline();
	const user = useUser();
	const { waiting, busy, error, keeps } = state;
	const word = !online ? "offline" : isOutOfReach(error) ? "troubled" : "online";
	return (
		<>
			<section className={css.sync} aria-label={t("sync.label")}>
				<Badge tone={word === "online" ? "good" : "wait"}>{t(`sync.${word}`)}</Badge>
				<span data-waiting={waiting.length}>{t("sync.waiting", { count: waiting.length })}</span>
				<span className="quiet">
					{state.list ? t("sync.at", { time: clock(state.list.synced_at) }) : t("sync.never")}
				</span>
				<Button small isPending={busy} onPress={() => void list.sync(true)}>
					{t("sync.now")}
				</Button>
			</section>
			{!user && (
				<Notice tone="info" title={t("signedOut.title")}>
					<p>{t("signedOut.detail")}</p>
				</Notice>
			)}
			{!keeps && <Notice tone="warn" title={t("device.lost")} alert />}
			{error !== undefined && !isOutOfReach(error) && <ProblemPanel error={error} />}
			{state.list && <WrongClock ahead={state.list.ahead} />}
		</>
	);
}
