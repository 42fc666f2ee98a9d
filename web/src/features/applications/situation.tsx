import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Application, ApplicationStatus } from "@/api/gen/types.gen.ts";
import { today } from "@/i18n/days.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Facts, Row } from "@/ui/page.tsx";
import { DeleteDraft } from "./delete-draft.tsx";
import { isOpen, isOver, nextStep } from "./next-step.ts";
import type { Occasion } from "./queries.ts";
import { ToDeclare } from "./to-declare.tsx";
import { Unmet } from "./unmet.tsx";
import { WhatNext } from "./what-next.tsx";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

interface Props {
	application: Application;
	occasion: Occasion;
	/** The association itself reads. */
	own: boolean;
}

const TONE = {
	complete: "info",
	change: "good",
	mend: "warn",
	again: "info",
	wait: "good",
	late: "bad",
	refused: "bad",
	confirm: "good",
	queue: "info",
	notSelected: "info",
	come: "good",
	over: "info",
	thanks: "good",
	none: "info",
	postponed: "warn",
	cancelled: "bad",
} as const;

/** States an association can take its application back from. */
const LEAVE: readonly ApplicationStatus[] = [
	"eligible",
	"ineligible",
	"scored",
	"selected",
	"waiting",
	"confirmed",
];

/** States of those who were there, or have a seat and may have been: they declare what came out of it. */
const THERE: readonly ApplicationStatus[] = ["selected", "confirmed", "attended"];

/** What taking an application back means now, by what is lost with it. */
function leavingNow(status: ApplicationStatus, occasion: Occasion) {
	if (status === "selected" || status === "confirmed") return "seat";
	return isOpen(occasion) ? "open" : "late";
}

/** Takes the focus when what it says has changed under the reader's hands. */
function useFocusOnChange(said: string) {
	const notice = useRef<HTMLDivElement>(null);
	const before = useRef(said);
	useEffect(() => {
		if (before.current !== said) notice.current?.focus();
		before.current = said;
	}, [said]);
	return notice;
}

/** Where an application stands, what that asks of its association, and the conditions it does not meet. */
export function Situation({ application, occasion, own }: Props) {
	const { t } = useTranslation(["applications", "common"]);
	const { dateTime, number } = useFormat();
	const { status, unmet, submitted_at: submitted } = application;
	const [leaving, setLeaving] = useState(false);
	const notice = useFocusOnChange(`${status} ${submitted}`);
	const day = today();
	const { call, event } = occasion;
	const leaves = LEAVE.includes(status) && !isOver(occasion, day);
	const declares = THERE.includes(status) && event.starts_on <= day;
	const told = status === "ineligible" && unmet.length > 0;
	return (
		<Card title={t("situation")}>
			{own && (
				<Notice
					ref={notice}
					tone={TONE[nextStep(status, occasion, day)]}
					title={t(`standing.${status}`)}
				>
					<p>
						<WhatNext status={status} occasion={occasion} />
					</p>
					{declares && <ToDeclare id={application.id} />}
					{told && <Unmet unmet={unmet} own />}
				</Notice>
			)}
			{!own && told && (
				<Notice tone="warn" title={t("unmet.title")}>
					<Unmet unmet={unmet} own={false} />
				</Notice>
			)}
			<Facts
				items={[
					...(application.number
						? [{ label: t("number"), value: number(application.number) }]
						: []),
					{
						label: t("submitted"),
						value: submitted ? (
							<time dateTime={submitted}>{dateTime(submitted)}</time>
						) : (
							t("notYet")
						),
					},
					...(call
						? [
								{
									label: t("closes"),
									value: <time dateTime={call.closes_at}>{dateTime(call.closes_at)}</time>,
								},
							]
						: []),
					{
						label: t("changed"),
						value: (
							<time dateTime={application.updated_at}>{dateTime(application.updated_at)}</time>
						),
					},
				]}
			/>
			{own && leaves && (
				<Row>
					<Button onPress={() => setLeaving(true)}>{t("withdraw.title")}</Button>
				</Row>
			)}
			{own && status === "draft" && <DeleteDraft id={application.id} />}
			{leaving && (
				<WithdrawDialog
					id={application.id}
					meaning={leavingNow(status, occasion)}
					onClose={() => setLeaving(false)}
				/>
			)}
		</Card>
	);
}
