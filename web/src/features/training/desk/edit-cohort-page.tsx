import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Cohort, CohortInput } from "@/api/gen/types.gen.ts";
import { updateCohort } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { cohortQuery } from "@/reference/cohort.ts";
import { EditorConflict } from "@/ui/editor-conflict.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Narrow, PageHead } from "@/ui/page.tsx";
import { ReadPage } from "@/ui/read-page.tsx";
import { NoRight } from "@/ui/states.tsx";
import { useChange } from "@/ui/use-editor.ts";
import { CohortForm } from "../form/cohort-form.tsx";
import { fromCohort } from "../form/values.ts";
import { useOrganises } from "./use-organises.ts";

function Editor({ cohort }: { cohort: Cohort }) {
	const { t } = useTranslation("training");
	const { text } = useFormat();
	const { id } = cohort;
	const navigate = useNavigate();
	const editor = useChange({
		name: `cohort:${id}`,
		start: () => fromCohort(cohort),
		from: cohort.version,
		write: (body: CohortInput, headers) =>
			updateCohort({ path: { id }, headers, body, throwOnError: true }),
		reads: ["training"],
		saved: t("form.saved"),
		leave: () => navigate({ to: "/cohorts/$id", params: { id } }),
	});
	return (
		<>
			<CohortForm
				editor={editor}
				course={text(cohort.course_name)}
				cancel={{ to: "/cohorts/$id", params: { id } }}
			/>
			<EditorConflict editor={editor} />
		</>
	);
}

export function EditCohortPage() {
	const { t } = useTranslation("training");
	const { text } = useFormat();
	const { id } = useParams({ from: "/my-cohorts/$id/edit" });
	const found = useQuery({ ...cohortQuery(id), staleTime: 0 });
	const organises = useOrganises();
	return (
		<ReadPage found={found}>
			{({ data: cohort }) =>
				organises(cohort) ? (
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
							<Editor key={id} cohort={cohort} />
						) : (
							<Notice tone="info" title={t("form.over")} />
						)}
					</Narrow>
				) : (
					<NoRight />
				)
			}
		</ReadPage>
	);
}
