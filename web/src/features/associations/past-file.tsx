import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { isProblem } from "@/api/problem.ts";
import { useFormat } from "@/i18n/index.tsx";
import { buttonClass } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, PageHead, Stack } from "@/ui/page.tsx";
import { FailedPage, Loading } from "@/ui/states.tsx";
import { AssociationFile } from "./association-file.tsx";
import css from "./associations.module.css";
import { DayPicker } from "./day-picker.tsx";
import { associationQuery } from "./queries.ts";
import { StatusBadge } from "./status-badge.tsx";

/** A file as it was at the end of a day: for reading alone, and marked as past from head to foot. */
export function PastFile({ id, day }: { id: string; day: string }) {
	const { t } = useTranslation("associations");
	const { text, date } = useFormat();
	const found = useQuery(associationQuery(id, day));
	if (found.isPending) return <Loading lines={6} />;
	const missing = isProblem(found.error) && found.error.status === 404;
	if (found.isError && !missing) {
		return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	}
	const file = found.data?.data;
	return (
		<>
			<PageHead
				title={t("past.title", { name: file ? text(file.name) : "—", day: date(day) })}
				beside={file && <StatusBadge status={file.status} />}
			/>
			<Stack>
				<Notice tone="warn" title={t(file ? "past.marked" : "past.none", { day: date(day) })} alert>
					{file && <p>{t("past.markedDetail")}</p>}
					<div>
						<Link to="." search={{}} className={buttonClass("secondary", true)}>
							{t("past.back")}
						</Link>
					</div>
				</Notice>
				{file && (
					<div className={css.past}>
						<AssociationFile association={file} />
					</div>
				)}
				<Card title={t("history.title")}>
					<DayPicker key={day} day={day} />
				</Card>
			</Stack>
		</>
	);
}
