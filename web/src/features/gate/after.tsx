import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { EventBadge } from "@/api/gen/types.gen.ts";
import { recordAbsences as record } from "@/api/gen/workshop-sdk.gen.ts";
import { today } from "@/i18n/days.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useOnline } from "@/reference/device/offline.ts";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { FileButton } from "@/ui/file-button.tsx";
import { Card, Row } from "@/ui/page.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import css from "./gate.module.css";
import type { Gate, GateState } from "./gate.ts";
import { absentees, type Roster } from "./roster.ts";

interface Props {
	gate: Gate;
	state: GateState;
	roster: Roster;
	badges: readonly EventBadge[];
}

/** Why absences cannot be recorded now; nothing when they can. */
function useHindrance(roster: Roster, waiting: number): string | undefined {
	const { t } = useTranslation("gate");
	const { date } = useFormat();
	const online = useOnline();
	if (today() < roster.ends_on) return t("absent.from", { date: date(roster.ends_on) });
	if (!online) return t("absent.needsNet");
	return waiting > 0 ? t("absent.sendFirst") : undefined;
}

/** Associations of which nobody has come, and the button that writes it down. */
export function Absentees({ gate, state, roster, badges }: Props) {
	const { t } = useTranslation("gate");
	const { text } = useFormat();
	const [asked, setAsked] = useState(false);
	const action = useAction();
	const hindrance = useHindrance(roster, state.waiting.length);
	const missing = absentees(badges);
	const unrecorded = missing.some(([first]) => first?.status !== "absent");
	const confirm = async () => {
		const done = await action.run(async () => {
			const { data } = await record({ path: { id: roster.event }, throwOnError: true });
			say(t("absent.done", { count: data.absent }));
		});
		if (!done) return;
		setAsked(false);
		void gate.sync(true);
	};
	return (
		<Card title={t("absent.title")}>
			{missing.length === 0 ? (
				<p className="quiet">{t(badges.length === 0 ? "absent.nobody" : "absent.none")}</p>
			) : (
				<>
					<p className="quiet">{t("absent.lead")}</p>
					<ul className={css.absent}>
						{missing.map((own) => {
							const [first] = own;
							if (!first) return null;
							return (
								<li key={first.application_id}>
									<strong>
										<bdi>{text(first.association_name)}</bdi>
									</strong>
									<span className="quiet">
										{t("absent.application", { number: first.number })}
										{first.stand && ` · ${t("stand", { number: first.stand })}`}
									</span>
									{first.status === "absent" && (
										<span>
											<Badge tone="bad">{t("absent.recorded")}</Badge>
										</span>
									)}
									<span>
										{own.map(({ code, name }) => (
											<bdi key={code} className={css.artisan}>
												{name}
											</bdi>
										))}
									</span>
								</li>
							);
						})}
					</ul>
				</>
			)}
			{roster.records && unrecorded && (
				<Row>
					<Button isDisabled={!!hindrance} onPress={() => setAsked(true)}>
						{t("absent.record")}
					</Button>
					{hindrance && <span className="quiet">{hindrance}</span>}
				</Row>
			)}
			{asked && (
				<ConfirmDialog
					title={t("absent.ask")}
					action={action}
					confirm={t("absent.record")}
					onConfirm={() => void confirm()}
					onClose={() => setAsked(false)}
				>
					<p>{t("absent.asked")}</p>
				</ConfirmDialog>
			)}
		</Card>
	);
}

/** Badges and cards of stands as files, and the list of everybody on paper, which needs no connection. */
export function Prints({ roster: { event, kind } }: { roster: Pick<Roster, "event" | "kind"> }) {
	const { t } = useTranslation("gate");
	const path = `/api/v1/events/${event}`;
	return (
		<Card title={t("prints.title")}>
			<p className="quiet">{t("prints.lead")}</p>
			<Row>
				<FileButton path={`${path}/badges/print`} name="badges.pdf" accept="application/pdf">
					{t("prints.badges")}
				</FileButton>
				{kind !== "awareness_day" && (
					<FileButton path={`${path}/stand-cards`} name="stand-cards.pdf" accept="application/pdf">
						{t("prints.cards")}
					</FileButton>
				)}
			</Row>
			<p className="quiet">{t("paper.lead")}</p>
			<Row>
				<Button onPress={() => print()}>{t("paper.print")}</Button>
			</Row>
		</Card>
	);
}
