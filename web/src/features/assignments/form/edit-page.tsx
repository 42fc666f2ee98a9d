import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { Cohort, CohortAssignment, CohortAssignmentInput } from "@/api/gen/types.gen.ts";
import { updateAssignment } from "@/api/gen/workshop-sdk.gen.ts";
import { isStale } from "@/api/problem.ts";
import { cohortQuery } from "@/reference/cohort.ts";
import { CohortHead } from "@/reference/cohort-head.tsx";
import { buttonClass } from "@/ui/button.tsx";
import { ConflictDialog } from "@/ui/conflict-dialog.tsx";
import { Narrow } from "@/ui/page.tsx";
import { Resumed } from "@/ui/resumed.tsx";
import { FailedPage, Loading, NoRight } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useKept } from "@/ui/use-kept.ts";
import { ALL, assignmentQuery } from "../queries.ts";
import { AssignmentForm } from "./assignment-form.tsx";
import { fromAssignment } from "./values.ts";

function Editor({ task, cohort }: { task: CohortAssignment; cohort: Cohort }) {
	const { t } = useTranslation(["assignments", "common"]);
	const { id } = task;
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	const action = useAction();
	/** The version that was typed over stays with what was typed. */
	const start = () => ({ from: task.version, typed: fromAssignment(task) });
	const kept = useKept(`assignment:${id}`, start);
	const [sent, setSent] = useState<CohortAssignmentInput>();
	const finish = async (said: string) => {
		kept.reset(start());
		await queryClient.invalidateQueries({ queryKey: ALL });
		say(said);
		await navigate({ to: "/assignments/$id", params: { id } });
	};
	const save = (body: CohortAssignmentInput, from: number | "*") => {
		setSent(body);
		void action.run(async () => {
			await updateAssignment({ path: { id }, headers: ifMatch(from), body, throwOnError: true });
			await finish(t("form.saved"));
		});
	};
	return (
		<>
			{kept.restored && <Resumed onRestart={() => kept.reset(start())} />}
			<AssignmentForm
				cohort={cohort}
				typed={kept.value.typed}
				onChange={(typed) => kept.set({ from: kept.value.from, typed })}
				fixed={task.submissions > 0}
				action={action}
				submit={t("common:action.save")}
				onSubmit={(input) => save(input, kept.value.from)}
				cancel={
					<Link to="/assignments/$id" params={{ id }} className={buttonClass("secondary")}>
						{t("common:action.cancel")}
					</Link>
				}
			/>
			{isStale(action.error) && sent && (
				<ConflictDialog
					busy={action.busy}
					onKeepMine={() => save(sent, "*")}
					onTakeTheirs={() => void finish(t("common:conflict.taken"))}
					onClose={action.clear}
				/>
			)}
		</>
	);
}

/** An assignment is changed by those who run or teach its cohort. */
export function EditAssignmentPage() {
	const { t } = useTranslation("assignments");
	const { id } = useParams({ from: "/assignments/$id/edit" });
	const found = useQuery(assignmentQuery(id));
	const cohort = useQuery({
		...cohortQuery(found.data?.cohort_id ?? ""),
		enabled: !!found.data,
	});
	const failed = found.isError ? found : cohort.isError ? cohort : undefined;
	if (failed) return <FailedPage error={failed.error} onRetry={() => void failed.refetch()} />;
	if (!found.data || !cohort.data) return <Loading lines={8} />;
	if (!found.data.editable) return <NoRight />;
	return (
		<>
			<CohortHead title={t("form.edit")} cohort={cohort.data.data} current="assignments" />
			<Narrow>
				<Editor key={found.data.version} task={found.data} cohort={cohort.data.data} />
			</Narrow>
		</>
	);
}
