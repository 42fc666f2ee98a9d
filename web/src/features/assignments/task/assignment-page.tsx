import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Cohort, CohortAssignment } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { cohortQuery } from "@/reference/cohort.ts";
import { CohortHead } from "@/reference/cohort-head.tsx";
import { Button, buttonClass } from "@/ui/button.tsx";
import { ChevronNext, Edit, Trash } from "@/ui/icons.tsx";
import { Stack } from "@/ui/page.tsx";
import { FailedPage, Loading, NoRight } from "@/ui/states.tsx";
import { DeleteDialog } from "../form/delete-dialog.tsx";
import { assignmentQuery, submissionsQuery } from "../queries.ts";
import { About } from "./about.tsx";
import { nextToRead } from "./next.ts";
import { Ours } from "./ours.tsx";
import { Submissions } from "./submissions.tsx";
import css from "./task.module.css";

function Shown({ task, cohort }: { task: CohortAssignment; cohort: Cohort }) {
	const { t } = useTranslation(["assignments", "common"]);
	const { text } = useFormat();
	const user = useUser();
	const own = user?.acting?.role === "association";
	const list = useQuery(submissionsQuery(task.id));
	const [deleting, setDeleting] = useState(false);
	const next = task.editable ? nextToRead(list.data ?? []) : undefined;
	return (
		<>
			<CohortHead
				title={text(task.name)}
				cohort={cohort}
				current="assignments"
				actions={
					task.editable && (
						<>
							{next?.id && (
								<Link
									to="/submissions/$id"
									params={{ id: next.id }}
									className={buttonClass("primary")}
								>
									{t("work.next", { name: next.participant_name })}
									<ChevronNext size={16} />
								</Link>
							)}
							<Link
								to="/assignments/$id/edit"
								params={{ id: task.id }}
								className={buttonClass("secondary")}
							>
								<Edit />
								{t("common:action.edit")}
							</Link>
							{task.submissions === 0 && can(user, "delete_assignment") && (
								<Button onPress={() => setDeleting(true)}>
									<Trash />
									{t("common:action.remove")}
								</Button>
							)}
						</>
					)
				}
			/>
			{own ? (
				<div className={css.columns}>
					<div className={css.column}>
						<About task={task} cohort={cohort} />
					</div>
					<div className={css.column}>
						<Ours task={task} cohort={cohort} list={list} />
					</div>
				</div>
			) : (
				<Stack>
					<Submissions id={task.id} list={list} />
					<div className={css.both}>
						<About task={task} cohort={cohort} />
					</div>
				</Stack>
			)}
			{deleting && <DeleteDialog task={task} onClose={() => setDeleting(false)} />}
		</>
	);
}

/** One assignment: for an association what is asked of it, for those in charge the work of participants. */
export function AssignmentPage() {
	const { id } = useParams({ from: "/assignments/$id" });
	const allowed = can(useUser(), "get_assignment");
	const found = useQuery({ ...assignmentQuery(id), enabled: allowed });
	const cohort = useQuery({
		...cohortQuery(found.data?.cohort_id ?? ""),
		enabled: !!found.data,
	});
	if (!allowed) return <NoRight />;
	const failed = found.isError ? found : cohort.isError ? cohort : undefined;
	if (failed) return <FailedPage error={failed.error} onRetry={() => void failed.refetch()} />;
	if (!found.data || !cohort.data) return <Loading lines={6} />;
	return <Shown task={found.data} cohort={cohort.data.data} />;
}
