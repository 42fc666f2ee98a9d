import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Cohort, CohortAssignment, CohortAssignmentInput } from "@/api/gen/types.gen.ts";
import { updateAssignment } from "@/api/gen/workshop-sdk.gen.ts";
import { cohortQuery } from "@/reference/cohort.ts";
import { CohortHead } from "@/reference/cohort-head.tsx";
import { EditorConflict } from "@/ui/editor-conflict.tsx";
import { Narrow } from "@/ui/page.tsx";
import { ReadPage } from "@/ui/read-page.tsx";
import { NoRight } from "@/ui/states.tsx";
import { useChange } from "@/ui/use-editor.ts";
import { ALL, assignmentQuery } from "../queries.ts";
import { AssignmentForm } from "./assignment-form.tsx";
import { fromAssignment } from "./values.ts";

function Editor({ task, cohort }: { task: CohortAssignment; cohort: Cohort }) {
	const { t } = useTranslation("assignments");
	const { id } = task;
	const navigate = useNavigate();
	const editor = useChange({
		name: `assignment:${id}`,
		start: () => fromAssignment(task),
		from: task.version,
		write: (body: CohortAssignmentInput, headers) =>
			updateAssignment({ path: { id }, headers, body, throwOnError: true }),
		reads: ALL,
		saved: t("form.saved"),
		leave: () => navigate({ to: "/assignments/$id", params: { id } }),
	});
	return (
		<>
			<CohortHead title={t("form.edit")} cohort={cohort} current="assignments" />
			<Narrow>
				<AssignmentForm
					editor={editor}
					cohort={cohort}
					fixed={task.submissions > 0}
					cancel={{ to: "/assignments/$id", params: { id } }}
				/>
				<EditorConflict editor={editor} />
			</Narrow>
		</>
	);
}

/** An assignment is changed by those who run or teach its cohort. */
export function EditAssignmentPage() {
	const { id } = useParams({ from: "/assignments/$id/edit" });
	const found = useQuery(assignmentQuery(id));
	const task = found.data;
	const cohort = useQuery({ ...cohortQuery(task?.cohort_id ?? ""), enabled: !!task });
	if (task && !task.editable) return <NoRight />;
	return (
		<ReadPage found={found}>
			{(read) => (
				<ReadPage found={cohort}>
					{({ data }) => <Editor key={id} task={read} cohort={data} />}
				</ReadPage>
			)}
		</ReadPage>
	);
}
