import { Navigate, useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { mayHaveSession } from "@/api/token.ts";
import { useUser } from "@/auth/session.ts";
import { addDays } from "@/i18n/days.ts";
import { useFormat } from "@/i18n/index.tsx";
import { NobodyHere, OnDevice } from "@/reference/device/on-device.tsx";
import { SyncLine } from "@/reference/device/sync-line.tsx";
import { type Opened, useListState } from "@/reference/device/use-device-list.ts";
import { EventHead } from "@/reference/event-head.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Stack } from "@/ui/page.tsx";
import { FailedPage, Loading } from "@/ui/states.tsx";
import { Absentees, Prints } from "./after.tsx";
import { Counts } from "./counts.tsx";
import { Desk } from "./desk.tsx";
import type { Gate, GateState } from "./gate.ts";
import { Paper } from "./paper.tsx";
import { RefusedList } from "./refused.tsx";
import { dayOf, type Roster, season, withEntries } from "./roster.ts";
import { useGate } from "./use-gate.ts";
import { world } from "./world.ts";

/** That entries are not taken yet, or not any more; what was recorded before is sent all the same. */
function Season({ roster, now }: { roster: Roster; now: ReturnType<typeof season> }) {
	const { t } = useTranslation("gate");
	const { date } = useFormat();
	if (now === "now" || !roster.records) return null;
	const eve = date(addDays(roster.starts_on, -1));
	return <Notice tone="info" title={t(`closed.${now}`, { date: eve })} />;
}

interface WorkProps {
	gate: Gate;
	state: GateState;
	roster: Roster;
	durable: boolean;
}

function Work({ gate, state, roster, durable }: WorkProps) {
	const { t } = useTranslation("gate");
	const { waiting } = state;
	const badges = useMemo(
		() => withEntries(roster.badges, waiting, roster.ahead),
		[roster, waiting],
	);
	const now = season(roster, dayOf(roster, Date.now() - roster.ahead * 1000));
	const records = roster.records && now === "now";
	return (
		<>
			<Counts badges={badges} days={roster.days} />
			<SyncLine list={gate} state={state} />
			<Season roster={roster} now={now} />
			<Desk gate={gate} badges={badges} records={records} />
			<RefusedList gate={gate} state={state} />
			<Absentees gate={gate} state={state} roster={roster} badges={badges} />
			<Prints roster={roster} />
			<Paper roster={roster} badges={badges} />
			<OnDevice
				durable={durable && state.keeps}
				names={t("device.names")}
				device={world.device()}
			/>
		</>
	);
}

function Page({ event, opened }: { event: string; opened: Opened<Gate> }) {
	const { t } = useTranslation("gate");
	const { list: gate, durable } = opened;
	const state = useListState(gate);
	const { list: roster, error, busy } = state;
	if (!roster) {
		if (error === undefined || busy) return <Loading lines={8} />;
		return <FailedPage error={error} onRetry={() => void gate.sync()} />;
	}
	return (
		<>
			<EventHead
				title={t("title")}
				event={{ id: event, name: roster.name, kind: roster.kind }}
				ours={roster.records}
				current="checkIn"
			/>
			<Stack>
				<Work gate={gate} state={state} roster={roster} durable={durable} />
			</Stack>
		</>
	);
}

/** Who comes and goes on the days of an event, with a connection and without. */
export function GatePage() {
	const { t } = useTranslation("gate");
	const { id } = useParams({ from: "/events/$id/check-in" });
	const user = useUser();
	const opened = useGate(id);
	if (!user && !mayHaveSession())
		return <Navigate to="/sign-in" search={{ next: `/events/${id}/check-in` }} replace />;
	if (opened === undefined) return <Loading lines={8} />;
	if (opened === "nobody") return <NobodyHere title={t("title")} />;
	return <Page key={opened.list.account} event={id} opened={opened} />;
}
