import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { endSession, listSessions, signOutEverywhere } from "@/api/gen/sdk.gen.ts";
import { forgetSession } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { useAction } from "@/ui/use-action.ts";
import css from "./account.module.css";
import { deviceOf } from "./device.ts";

const KEY = ["account", "sessions"];

export function SessionsCard() {
	const { t } = useTranslation("account");
	const { dateTime } = useFormat();
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	const action = useAction();
	const sessions = useQuery({
		queryKey: KEY,
		queryFn: async ({ signal }) => (await listSessions({ signal, throwOnError: true })).data.items,
	});
	const end = (id: string) =>
		action.run(async () => {
			await endSession({ path: { id }, throwOnError: true });
			await queryClient.invalidateQueries({ queryKey: KEY });
		});
	const endAll = () =>
		action.run(async () => {
			await signOutEverywhere({ throwOnError: true });
			await navigate({ to: "/sign-in" });
			forgetSession();
		});
	return (
		<Card
			title={t("sessions.title")}
			actions={
				<Button small variant="danger" isPending={action.busy} onPress={() => void endAll()}>
					{t("sessions.everywhere")}
				</Button>
			}
		>
			<p className="quiet">{t("sessions.lead")}</p>
			{action.failed && <ProblemPanel error={action.error} />}
			<Awaited list={sessions} />
			<ul className={css.list}>
				{sessions.data?.map((session) => {
					const device = deviceOf(session.user_agent ?? "");
					return (
						<li key={session.id} className={css.item}>
							<div>
								<b>
									<bdi>{device ?? t("sessions.unknown")}</bdi>
								</b>
								<p className="quiet">
									{t("sessions.used", { at: dateTime(session.last_used_at) })}
								</p>
							</div>
							{session.current ? (
								<Badge tone="good">{t("sessions.current")}</Badge>
							) : (
								<Button
									small
									isPending={action.busy}
									onPress={() => void end(session.id)}
									aria-label={t("sessions.endOf", { device: device ?? t("sessions.unknown") })}
								>
									{t("sessions.end")}
								</Button>
							)}
						</li>
					);
				})}
			</ul>
		</Card>
	);
}
