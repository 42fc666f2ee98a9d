import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Application, ApplicationStatus, Event } from "@/api/gen/types.gen.ts";
import { recordAttendance, releaseSeat } from "@/api/gen/workshop-sdk.gen.ts";
import { today } from "@/i18n/days.ts";
import { useFormat } from "@/i18n/index.tsx";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { Card, Row } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { Failed } from "@/ui/states.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useNow } from "@/ui/use-now.ts";
import { Given } from "./given.tsx";
import { followUpQuery, seatQuery } from "./queries.ts";

const SEATED: readonly ApplicationStatus[] = ["selected", "confirmed", "attended", "absent"];

/** Gives a seat that was not taken in time to the next one, with the reason the association reads. */
function ReleaseDialog({ id, onClose }: { id: string; onClose: () => void }) {
	const { t } = useTranslation("applications");
	const queryClient = useQueryClient();
	const action = useAction();
	const [reason, setReason] = useState("");
	const release = () =>
		void action.run(async () => {
			await releaseSeat({ path: { id }, body: { reason: reason.trim() }, throwOnError: true });
			await queryClient.invalidateQueries({ queryKey: ["applications"] });
			say(t("seat.released"));
			onClose();
		});
	return (
		<Dialog title={t("seat.release")} isOpen onClose={onClose} role="alertdialog">
			<Form action={action} onSubmit={release}>
				<p>{t("seat.releaseLead")}</p>
				<TextField
					label={t("seat.releaseReason")}
					hint={t("seat.releaseReasonHint")}
					dir="auto"
					multiline
					value={reason}
					onChange={setReason}
					error={action.wrong["/reason"]}
					isRequired
				/>
				<SubmitOrCancel isPending={action.busy} onCancel={onClose} variant="danger">
					{t("seat.release")}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}

/** The seat of one that was not taken: told, and given to the next one once the time is over. */
function Release({ application }: { application: Application }) {
	const { t } = useTranslation("applications");
	const { dateTime } = useFormat();
	const now = useNow();
	const [asking, setAsking] = useState(false);
	const asked = useQuery({ ...followUpQuery(application.event_id), staleTime: 0 });
	const due = asked.data?.due_at;
	if (!due) return <p className="quiet">{t("seat.noDue")}</p>;
	if (Date.parse(due) > now) return <p>{t("seat.waitsUntil", { time: dateTime(due) })}</p>;
	return (
		<>
			<p>{t("seat.notTaken", { time: dateTime(due) })}</p>
			<Row>
				<Button variant="danger" onPress={() => setAsking(true)}>
					{t("seat.release")}
				</Button>
			</Row>
			{asking && <ReleaseDialog id={application.id} onClose={() => setAsking(false)} />}
		</>
	);
}

/** Whether it was there, from the first day on; it can be corrected. */
function Attendance({ application }: { application: Application }) {
	const { t } = useTranslation("applications");
	const queryClient = useQueryClient();
	const action = useAction();
	const { id, status } = application;
	const record = (attended: boolean) =>
		void action.run(async () => {
			await recordAttendance({ path: { id }, body: { attended }, throwOnError: true });
			await queryClient.invalidateQueries({ queryKey: ["applications"] });
			say(t("seat.recorded"));
		});
	return (
		<>
			{action.failed && <ProblemPanel error={action.error} />}
			<Row>
				<Button
					variant="primary"
					isPending={action.busy}
					isDisabled={status === "attended"}
					onPress={() => record(true)}
				>
					{t("seat.present")}
				</Button>
				<Button
					isPending={action.busy}
					isDisabled={status === "absent"}
					onPress={() => record(false)}
				>
					{t("seat.absent")}
				</Button>
			</Row>
		</>
	);
}

/** What the association answered when it took its seat; nothing while it has not. */
export function AnswersCard({ application }: { application: Application }) {
	const { t } = useTranslation("applications");
	const asked = useQuery({ ...followUpQuery(application.event_id), staleTime: 0 });
	const seat = useQuery({ ...seatQuery(application.id), staleTime: 0 });
	const failed = [asked, seat].find((one) => one.isError);
	if (failed) return <Failed error={failed.error} onRetry={() => void failed.refetch()} />;
	if (!seat.data?.answers.length) return null;
	return (
		<Card title={t("seat.answers")}>
			<Given questions={asked.data?.questions ?? []} answers={seat.data.answers} />
		</Card>
	);
}

/** What the organisers do about a seat: give it to the next one, record who came. */
export function OrganiserCard({ application, event }: { application: Application; event: Event }) {
	const { t } = useTranslation("applications");
	const { status } = application;
	if (!SEATED.includes(status)) return null;
	const begun = today() >= event.starts_on;
	if (!begun && status !== "selected") return null;
	return (
		<Card title={t(begun ? "seat.attendance" : "seat.title")}>
			{begun ? <Attendance application={application} /> : <Release application={application} />}
		</Card>
	);
}
