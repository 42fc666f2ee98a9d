import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Event } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { organises, readsApplications } from "@/auth/organises.ts";
import { useUser } from "@/auth/session.ts";
import { addDays, today } from "@/i18n/days.ts";
import { pastMidnight } from "@/i18n/hours.ts";
import { Button, buttonClass } from "@/ui/button.tsx";
import { Edit } from "@/ui/icons.tsx";
import { Card, Row } from "@/ui/page.tsx";
import { FilesDesk } from "./files-desk.tsx";
import { Letters } from "./letters.tsx";
import { openSteps, type Step } from "./rights.ts";
import { StepDialog } from "./step-dialog.tsx";

/** From the eve, when stands are set up, to the last day, or to the morning after its evening. */
const isOn = ({ starts_on, ends_on, hours, status }: Event, day: string) =>
	status === "published" &&
	addDays(starts_on, -1) <= day &&
	day <= addDays(ends_on, hours?.some(pastMidnight) ? 1 : 0);

/** What its organisers do with an event; nothing for anybody else. */
export function Running({ event }: { event: Event }) {
	const { t } = useTranslation(["events", "common"]);
	const user = useUser();
	const [step, setStep] = useState<Step>();
	const steps = openSteps(user, event, today());
	const checksIn = !!event.call && isOn(event, today()) && readsApplications(user, event);
	const answers = !!event.call && organises(user, event) && can(user, "send_application_message");
	const letters = answers && can(user, "list_event_applications") && <Letters event={event.id} />;
	if (steps.length === 0 && !event.editable && !checksIn) return letters;
	return (
		<>
			{letters}
			<Card title={t("step.title")}>
				<Row>
					{checksIn && (
						<Link
							to="/events/$id/check-in"
							params={{ id: event.id }}
							className={buttonClass("primary")}
						>
							{t("common:eventDesk.checkIn")}
						</Link>
					)}
					{steps.map((one) => (
						<Button
							key={one}
							variant={one === "publish" ? "primary" : one === "cancel" ? "danger" : "secondary"}
							onPress={() => setStep(one)}
						>
							{t(one === "publish" && event.status === "postponed" ? "step.again" : `step.${one}`)}
						</Button>
					))}
					{event.editable && (
						<Link
							to="/my-events/$id/edit"
							params={{ id: event.id }}
							className={buttonClass("secondary")}
						>
							<Edit />
							{t("common:action.edit")}
						</Link>
					)}
					{event.editable && event.kind !== "awareness_day" && can(user, "put_event_plan") && (
						<Link
							to="/events/$id/plan/edit"
							params={{ id: event.id }}
							className={buttonClass("secondary")}
						>
							{t("step.plan")}
						</Link>
					)}
				</Row>
				{step && (
					<StepDialog
						event={event}
						step={step}
						isOpen={steps.includes(step)}
						onClose={() => setStep(undefined)}
					/>
				)}
			</Card>
			{event.editable && can(user, "upload_event_file") && <FilesDesk event={event.id} />}
		</>
	);
}
