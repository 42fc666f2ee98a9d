import { useTranslation } from "react-i18next";
import { isOutOfReach } from "@/api/problem.ts";
import { useUser } from "@/auth/session.ts";
import css from "@/reference/device/device.module.css";
import { useOnline } from "@/reference/device/offline.ts";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import type { Sitting } from "./sitting.ts";
import type { SittingState } from "./sitting-state.ts";

/** Whether the server has every answer. */
export function SyncLine({ sitting, state }: { sitting: Sitting; state: SittingState }) {
	const { t } = useTranslation("exams");
	const online = useOnline();
	const count = Object.keys(state.unsent).length;
	const word = !online ? "offline" : isOutOfReach(state.error) ? "troubled" : "online";
	return (
		<section className={css.sync} aria-label={t("sync.label")}>
			<Badge tone={word === "online" ? "good" : "wait"}>{t(`sync.${word}`)}</Badge>
			<span>{count > 0 ? t("sync.waiting", { count }) : t("sync.allSaved")}</span>
			{word === "troubled" && (
				<Button small variant="quiet" isPending={state.busy} onPress={() => void sitting.sync()}>
					{t("sync.now")}
				</Button>
			)}
		</section>
	);
}

/** What must be known of the device and of what the server said. */
export function Told({ state, opensOffline }: { state: SittingState; opensOffline: boolean }) {
	const { t } = useTranslation("exams");
	const user = useUser();
	const { error, keeps, overtaken } = state;
	return (
		<>
			{!user && (
				<Notice tone="info" title={t("signedOut.title")}>
					<p>{t("signedOut.detail")}</p>
				</Notice>
			)}
			{!keeps && <Notice tone="warn" title={t("device.lost")} alert />}
			{keeps && opensOffline && <p className="quiet">{t("device.opens")}</p>}
			{overtaken.length > 0 && (
				<Notice tone="warn" title={t("overtaken.title")}>
					<p>{t("overtaken.detail")}</p>
				</Notice>
			)}
			{error !== undefined && !isOutOfReach(error) && <ProblemPanel error={error} />}
		</>
	);
}
