import { Navigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { mayHaveSession } from "@/api/token.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { CohortHead } from "@/reference/cohort-head.tsx";
import { NobodyHere, OnDevice } from "@/reference/device/on-device.tsx";
import { RefusedList } from "@/reference/device/refused.tsx";
import { SyncLine } from "@/reference/device/sync-line.tsx";
import { type Opened, useListState } from "@/reference/device/use-device-list.ts";
import { Stack } from "@/ui/page.tsx";
import { FailedPage, Loading, NoRight } from "@/ui/states.tsx";
import type { AttendanceList, AttendanceState } from "./list/attendance-list.ts";
import { ListDesk } from "./list/list-desk.tsx";
import { deviceName, useAttendanceList } from "./list/world.ts";
import { ReadingPage, ReadRegister } from "./register/reading.tsx";
import { Register } from "./register/register.tsx";
import { useSessionWords } from "./use-session-words.ts";

/** What the server did not take, entry by entry. */
function Refused({ list, state }: { list: AttendanceList; state: AttendanceState }) {
	const { t } = useTranslation("attendance");
	const { line } = useSessionWords();
	const names = new Map(state.list?.people.map((one) => [one.enrolment_id, one.participant_name]));
	const sessions = new Map(state.list?.sessions.map((one) => [one.id, line(one)]));
	return (
		<RefusedList
			refused={state.refused}
			onDismiss={(ids) => void list.dismiss(ids)}
			who={({ enrolment }) => names.get(enrolment) ?? t("refused.somebody")}
			what={({ mark, session }, who) =>
				t("refused.entry", {
					mark: t(`mark.${mark}`),
					who,
					session: sessions.get(session) ?? t("refused.someSession"),
				})
			}
			why={({ reason }) => reason && t(`reason.${reason}`)}
		/>
	);
}

function Page({ opened }: { opened: Opened<AttendanceList> }) {
	const { t } = useTranslation("attendance");
	const { list, durable } = opened;
	const state = useListState(list);
	const { list: roster, error, busy, waiting, refused } = state;
	if (!roster) {
		if (error === undefined || busy) return <Loading lines={8} />;
		return <FailedPage error={error} onRetry={() => void list.sync()} />;
	}
	const { records } = roster;
	return (
		<>
			<CohortHead
				title={t("title")}
				cohort={{
					id: roster.cohort,
					name: roster.name,
					...(roster.status
						? { status: roster.status, status_reason: roster.status_reason ?? null }
						: {}),
				}}
				current="attendance"
			/>
			<Stack>
				{(records || waiting.length > 0) && <SyncLine list={list} state={state} />}
				{refused.length > 0 && <Refused list={list} state={state} />}
				{records && <ListDesk list={list} state={state} roster={roster} />}
				{records ? (
					<Register people={roster.people} sessions={roster.sessions} />
				) : (
					<ReadRegister cohort={roster.cohort} />
				)}
				{records && (
					<OnDevice
						durable={durable && state.keeps}
						names={t("device.names")}
						device={deviceName()}
					/>
				)}
			</Stack>
		</>
	);
}

function ListPage({ cohort }: { cohort: string }) {
	const { t } = useTranslation("attendance");
	const opened = useAttendanceList(cohort);
	if (opened === undefined) return <Loading lines={8} />;
	if (opened === "nobody") return <NobodyHere title={t("title")} />;
	return <Page key={opened.list.account} opened={opened} />;
}

/** Who attended: noted by those who run the cohort, with a connection and without, and read by those it concerns. */
export function AttendancePage() {
	const { id } = useParams({ from: "/cohorts/$id/attendance" });
	const user = useUser();
	if (!user && !mayHaveSession())
		return <Navigate to="/sign-in" search={{ next: `/cohorts/${id}/attendance` }} replace />;
	if (user && !can(user, "list_attendance")) return <NoRight />;
	if (user && !can(user, "note_attendance")) return <ReadingPage cohort={id} />;
	return <ListPage cohort={id} />;
}
