import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Cohort, CohortAssignmentInput } from "@/api/gen/types.gen.ts";
import { createAssignment } from "@/api/gen/workshop-sdk.gen.ts";
import { cohortQuery } from "@/reference/cohort.ts";
import { CohortHead } from "@/reference/cohort-head.tsx";
import { buttonClass } from "@/ui/button.tsx";
import { Narrow } from "@/ui/page.tsx";
import { Resumed } from "@/ui/resumed.tsx";
import { FailedPage, Loading, NoRight } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useKept } from "@/ui/use-kept.ts";
import { ALL } from "../queries.ts";
import { useLeads } from "../use-leads.ts";
import { AssignmentForm } from "./assignment-form.tsx";
import { blank } from "./values.ts";

const start = () => blank;

function Editor({ cohort }: { cohort: Cohort }) {
	const { t } = useTranslation(["assignments", "common"]);
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	const action = useAction();
	const kept = useKept(`assignment:new:${cohort.id}`, start);
	const create = (body: CohortAssignmentInput) =>
		void action.run(async () => {
			const { data } = await createAssignment({
				path: { id: cohort.id },
				body,
				throwOnError: true,
			});
			kept.reset(start());
			await queryClient.invalidateQueries({ queryKey: ALL });
			say(t("form.saved"));
			await navigate({ to: "/assignments/$id", params: { id: data.id } });
		});
	return (
		<>
			<CohortHead title={t("list.new")} cohort={cohort} current="assignments" />
			<Narrow>
				{kept.restored && <Resumed onRestart={() => kept.reset(start())} />}
				<AssignmentForm
					cohort={cohort}
					typed={kept.value}
					onChange={kept.set}
					fixed={false}
					action={action}
					submit={t("form.create")}
					onSubmit={create}
					cancel={
						<Link
							to="/cohorts/$id/assignments"
							params={{ id: cohort.id }}
							className={buttonClass("secondary")}
						>
							{t("common:action.cancel")}
						</Link>
					}
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
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	if (found.isPending) return <Loading lines={8} />;
	const cohort = found.data.data;
	return leads(cohort) ? <Editor cohort={cohort} /> : <NoRight />;
}
