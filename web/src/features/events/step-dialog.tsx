import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Event } from "@/api/gen/types.gen.ts";
import {
	cancelEvent,
	closeEvent,
	copyEvent,
	postponeEvent,
	publishEvent,
} from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { DateField } from "@/ui/date-field.tsx";
import { isDate } from "@/ui/date-parts.ts";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { Notice } from "@/ui/notice.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import type { Step } from "./rights.ts";

interface Props {
	event: Event;
	step: Step;
	/** Whether the event still allows it: somebody else may have taken a step meanwhile. */
	isOpen: boolean;
	onClose: () => void;
}

/** One step of an event, confirmed with what it asks for. */
export function StepDialog({ event, step, isOpen, onClose }: Props) {
	const { t } = useTranslation(["events", "common"]);
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	const { date } = useFormat();
	const action = useAction();
	const [day, setDay] = useState<string | null>(null);
	const [reason, setReason] = useState("");
	const [dayIsWrong, setDayIsWrong] = useState<"required" | "date" | "afterLast">();
	const again = step === "publish" && event.status === "postponed";
	const asksDay = again || step === "copy";
	const asksReason = again || step === "postpone" || step === "cancel";
	const path = { id: event.id };
	const take = async (): Promise<string> => {
		const why = reason.trim();
		if (step === "postpone")
			await postponeEvent({ path, body: { reason: why }, throwOnError: true });
		else if (step === "cancel")
			await cancelEvent({ path, body: { reason: why }, throwOnError: true });
		else if (step === "close") await closeEvent({ path, throwOnError: true });
		else if (step === "publish")
			await publishEvent({
				path,
				body: { starts_on: again ? day : null, reason: why || null },
				throwOnError: true,
			});
		else {
			const { data } = await copyEvent({
				path,
				body: { starts_on: day ?? "" },
				throwOnError: true,
			});
			return data.id;
		}
		return event.id;
	};
	const dayFault = () => {
		if (!isDate(day)) return day === null ? "required" : "date";
		// The next edition comes after this one.
		return step === "copy" && day <= event.ends_on ? "afterLast" : undefined;
	};
	const submit = () => {
		const wrong = asksDay ? dayFault() : undefined;
		setDayIsWrong(wrong);
		if (wrong) return;
		void attempt();
	};
	const attempt = async () => {
		const done = await action.run(async () => {
			const id = await take();
			await queryClient.invalidateQueries({ queryKey: ["events"] });
			say(t(`step.done.${step}`));
			onClose();
			if (id !== event.id) await navigate({ to: "/events/$id", params: { id } });
		});
		// It may have been refused for what has become of the event: the page is to say so too.
		if (!done) await queryClient.invalidateQueries({ queryKey: ["events"] });
	};
	if (!isOpen && !action.busy)
		return (
			<Dialog title={t("step.title")} isOpen onClose={onClose}>
				<Notice tone="warn" title={t("step.gone", { state: t(`state.${event.status}`) })} alert />
				<Actions>
					<Button onPress={onClose}>{t("common:action.back")}</Button>
				</Actions>
			</Dialog>
		);
	const name = t(again ? "step.again" : `step.${step}`);
	const grave = step === "cancel" || step === "close";
	return (
		<Dialog title={name} isOpen onClose={onClose} role={grave ? "alertdialog" : "dialog"}>
			<Form action={action} onSubmit={submit}>
				<p>{t(again ? "step.againLead" : `step.${step}Lead`)}</p>
				{asksDay && (
					<DateField
						label={t(again ? "step.newFirstDay" : "step.firstDay")}
						value={day}
						onChange={setDay}
						error={
							dayIsWrong
								? t(`fault.${dayIsWrong}`, { day: date(event.ends_on) })
								: action.wrong["/starts_on"]
						}
						isRequired
					/>
				)}
				{asksReason && (
					<TextField
						label={t("step.reason")}
						hint={t("step.reasonHint")}
						note={again ? t("common:state.optional") : undefined}
						dir="auto"
						multiline
						value={reason}
						onChange={setReason}
						error={action.wrong["/reason"]}
						isRequired={!again}
					/>
				)}
				<Actions>
					<Button
						type="submit"
						variant={step === "cancel" ? "danger" : "primary"}
						isPending={action.busy}
					>
						{name}
					</Button>
					{/* Two buttons that both say "cancel" would be one too many. */}
					<Button onPress={onClose}>{t("common:action.back")}</Button>
				</Actions>
			</Form>
		</Dialog>
	);
}
