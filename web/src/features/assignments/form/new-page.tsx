import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Cohort, CohortAssignmentInput } from "@/api/gen/types.gen.ts";
import { createAssignment } from "@/api/gen/workshop-sdk.gen.ts";
import { cohortQuery } from "@/reference/cohort.ts";
import { CohortHead } from "@/reference/cohort-head.tsx";
import { Narrow } from "@/ui/page.tsx";
import { ReadPage } from "@/ui/read-page.tsx";
import { NoRight } from "@/ui/states.tsx";
import { useCreation } from "@/ui/use-editor.ts";
import { ALL } from "../queries.ts";
import { useLeads } from "../use-leads.ts";
import { AssignmentForm } from "./assignment-form.tsx";
import { blank } from "./values.ts";

function Editor({ cohort }: { cohort: Cohort }) {
	const { t } = useTranslation("assignments");
	const navigate = useNavigate();
	const editor = useCreation({
		name: `assignment:new:${cohort.id}`,
		start: () => blank,
		write: (body: CohortAssignmentInput, headers) =>
			createAssignment({ path: { id: cohort.id }, headers, body, throwOnError: true }),
		reads: ALL,
		saved: t("form.saved"),
		leave: ({ id }) => navigate({ to: "/assignments/$id", params: { id } }),
	});
	return (
		<>
			<CohortHead title={t("list.new")} cohort={cohort} current="assignments" />
			<Narrow>
				<AssignmentForm
					editor={editor}
					cohort={cohort}
					fixed={false}
					submit={t("form.create")}
					cancel={{ to: "/cohorts/$id/assignments", params: { id: cohort.id } }}
				/>
			</Narrow>
		</>
	);
}

/** A new assignment of a cohort that one runs or teaches. */
export function NewAssignmentPage() {
	const { id } = useParams({ from: "/cohorts/$id/assignments/new" });
	const leads = useLeads();
	const found = useQuery({ ...cohortQuery(id), staleTime: 0 });
	return (
		<ReadPage found={found}>
			{({ data: cohort }) => (leads(cohort) ? <Editor key={id} cohort={cohort} /> : <NoRight />)}
		</ReadPage>
	);
}
