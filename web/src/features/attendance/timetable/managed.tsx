import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Cohort, CourseSession } from "@/api/gen/types.gen.ts";
import { Button, buttonClass } from "@/ui/button.tsx";
import { Edit, Plus } from "@/ui/icons.tsx";
import { Row } from "@/ui/page.tsx";
import { Clashes } from "./clashes.tsx";
import { OffDialog } from "./off-dialog.tsx";
import { PlanDialog } from "./plan-dialog.tsx";
import { SessionDialog } from "./session-dialog.tsx";

type Asked = "plan" | "add" | { edit: CourseSession } | { off: CourseSession };

interface Props {
	cohort: Cohort;
	sessions: readonly CourseSession[];
	/** The timetable, with what is done with each session. */
	children: (tools: (session: CourseSession) => ReactNode) => ReactNode;
}

/** What those who run a cohort do with its timetable: planned at once, or session by session. */
export function Managed({ cohort, sessions, children }: Props) {
	const { t } = useTranslation(["attendance", "common"]);
	const [asked, setAsked] = useState<Asked>();
	const close = () => setAsked(undefined);
	const laid = sessions.some(({ status }) => status === "planned");
	const tools = (session: CourseSession) =>
		session.editable &&
		session.status === "planned" && (
			<Row>
				<Button small onPress={() => setAsked({ edit: session })}>
					<Edit size={16} />
					{t("common:action.edit")}
				</Button>
				<Button small onPress={() => setAsked({ off: session })}>
					{t("off.title")}
				</Button>
				<Link
					to="/cohort-sessions/$id/code"
					params={{ id: session.id }}
					className={buttonClass("quiet", true)}
				>
					{t("list.code")}
				</Link>
			</Row>
		);
	return (
		<>
			<Row>
				{!laid && (
					<Button variant="primary" onPress={() => setAsked("plan")}>
						{t("plan.title")}
					</Button>
				)}
				<Button onPress={() => setAsked("add")}>
					<Plus />
					{t("edit.add")}
				</Button>
			</Row>
			<Clashes cohort={cohort} sessions={sessions} />
			{children(tools)}
			{asked === "plan" && <PlanDialog cohort={cohort} onClose={close} />}
			{asked === "add" && <SessionDialog cohort={cohort} onClose={close} />}
			{typeof asked === "object" && "edit" in asked && (
				<SessionDialog cohort={cohort} session={asked.edit} onClose={close} />
			)}
			{typeof asked === "object" && "off" in asked && (
				<OffDialog session={asked.off} onClose={close} />
			)}
		</>
	);
}
