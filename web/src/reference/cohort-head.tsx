import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Cohort } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHead } from "@/ui/page.tsx";
import { type CohortDesk, CohortDesks } from "./cohort-desks.tsx";

interface Props {
	title: string;
	cohort: Pick<Cohort, "id" | "name"> & Partial<Pick<Cohort, "status" | "status_reason">>;
	/** Which of its places it is; none where somebody reads who has no place there. */
	current?: CohortDesk | undefined;
	actions?: ReactNode;
}

/** The head of each page about one cohort: its name, the way back to it, its other places, and that it is called off. */
export function CohortHead({ title, cohort, current, actions }: Props) {
	const { t } = useTranslation("common");
	const { text } = useFormat();
	return (
		<>
			<PageHead
				title={title}
				lead={<bdi>{text(cohort.name)}</bdi>}
				above={
					<Link to="/cohorts/$id" params={{ id: cohort.id }}>
						<ChevronBack size={16} />
						{t("cohortDesk.back")}
					</Link>
				}
				actions={actions}
			/>
			{current && <CohortDesks cohort={cohort.id} current={current} />}
			{cohort.status === "cancelled" && (
				<Notice tone="bad" title={t("cohortDesk.cancelled")}>
					{cohort.status_reason && (
						<p>
							<bdi>{cohort.status_reason}</bdi>
						</p>
					)}
				</Notice>
			)}
		</>
	);
}
