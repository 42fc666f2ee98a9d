import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { Cohort, CohortInput } from "@/api/gen/types.gen.ts";
import { updateCohort } from "@/api/gen/workshop-sdk.gen.ts";
import { isStale } from "@/api/problem.ts";
import type { Tagged } from "@/api/tagged.ts";
import { useFormat } from "@/i18n/index.tsx";
import { cohortQuery } from "@/reference/cohort.ts";
import { buttonClass } from "@/ui/button.tsx";
import { ConflictDialog } from "@/ui/conflict-dialog.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Narrow, PageHead } from "@/ui/page.tsx";
import { Resumed } from "@/ui/resumed.tsx";
import { FailedPage, Loading, NoRight } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useKept } from "@/ui/use-kept.ts";
import { CohortForm } from "../form/cohort-form.tsx";
import { fromCohort } from "../form/values.ts";
import { useOrganises } from "./use-organises.ts";

function Editor({ found }: { found: Tagged<Cohort> }) {
	const { t } = useTranslation(["training", "common"]);
	const { text } = useFormat();
	const { id } = found.data;
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	const action = useAction();
	/** The version that was typed over stays with what was typed. */
	const start = () => ({ from: found.data.version, typed: fromCohort(found.data) });
	const kept = useKept(`cohort:${id}`, start);
	// What was kept before a field was there has nothing in it.
	const typed = { ...start().typed, ...kept.value.typed };
	const [sent, setSent] = useState<CohortInput>();
	const finish = async (said: string) => {
		kept.reset(start());
		await queryClient.invalidateQueries({ queryKey: ["training"] });
		say(said);
		await navigate({ to: "/cohorts/$id", params: { id } });
	};
	const save = (body: CohortInput, from: number | "*") => {
		setSent(body);
		void action.run(async () => {
			await updateCohort({ path: { id }, headers: ifMatch(from), body, throwOnError: true });
			await finish(t("form.saved"));
		});
	};
	return (
		<>
			{kept.restored && <Resumed onRestart={() => kept.reset(start())} />}
			<CohortForm
				typed={typed}
				onChange={(next) => kept.set({ from: kept.value.from, typed: next })}
				action={action}
				course={text(found.data.course_name)}
				submit={t("common:action.save")}
				onSubmit={(input) => save(input, kept.value.from)}
				cancel={
					<Link to="/cohorts/$id" params={{ id }} className={buttonClass("secondary")}>
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

export function EditCohortPage() {
	const { t } = useTranslation("training");
	const { text } = useFormat();
	const { id } = useParams({ from: "/my-cohorts/$id/edit" });
	const found = useQuery({ ...cohortQuery(id), staleTime: 0 });
	const organises = useOrganises();
	if (found.isPending) return <Loading lines={8} />;
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	const cohort = found.data.data;
	if (!organises(cohort)) return <NoRight />;
	return (
		<Narrow>
			<PageHead
				title={t("form.edit")}
				lead={<bdi>{text(cohort.name)}</bdi>}
				above={
					<Link to="/cohorts/$id" params={{ id }}>
						<ChevronBack size={16} />
						{t("form.back")}
					</Link>
				}
			/>
			{cohort.editable ? (
				<Editor key={cohort.version} found={found.data} />
			) : (
				<Notice tone="info" title={t("form.over")} />
			)}
		</Narrow>
	);
}
