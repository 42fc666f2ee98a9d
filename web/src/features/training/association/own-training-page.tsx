import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Enrolment } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { today } from "@/i18n/days.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { buttonClass } from "@/ui/button.tsx";
import { PageHead } from "@/ui/page.tsx";
import { SlicedTable } from "@/ui/sliced-table.tsx";
import { Empty } from "@/ui/states.tsx";
import { Tabs } from "@/ui/tabs.tsx";
import { ownEnrolmentsQuery } from "../desk/queries.ts";
import { RowActions } from "../participants/row-actions.tsx";
import { Standing } from "../participants/standing.tsx";
import { ENROLMENT_STATES } from "../search.ts";
import { CohortBadge } from "../state-badge.tsx";
import css from "./association.module.css";
import { EvaluationLink } from "./evaluation-link.tsx";
import { Waiting } from "./waiting.tsx";

function Cohort({ row }: { row: Enrolment }) {
	const { t } = useTranslation("training");
	const { text } = useFormat();
	const user = useUser();
	return (
		<span className={css.links}>
			<Link to="/cohorts/$id" params={{ id: row.cohort_id }}>
				<bdi>{text(row.cohort_name)}</bdi>
			</Link>
			{row.cohort_status === "cancelled" && <CohortBadge status="cancelled" />}
			{row.online_url && row.cohort_status !== "cancelled" && (
				<a
					href={row.online_url}
					rel="noreferrer"
					aria-label={t("ours.onlineOf", { name: text(row.cohort_name) })}
				>
					{t("ours.online")}
				</a>
			)}
			{row.status === "enrolled" && can(user, "list_certificates") && (
				<Link
					to="/cohorts/$id/certificates"
					params={{ id: row.cohort_id }}
					aria-label={t("ours.certificatesOf", { name: text(row.cohort_name) })}
				>
					{t("ours.certificates")}
				</Link>
			)}
			<EvaluationLink row={row} />
		</span>
	);
}

/** Nothing changes any more in the cohort of an enrolment. */
const isOver = ({ cohort_status, ends_on }: Enrolment) =>
	cohort_status === "closed" || cohort_status === "cancelled" || ends_on < today();

/** The enrolments of one’s association: where each stands, and what can still be done. */
export function OwnTrainingPage() {
	const { t } = useTranslation(["training", "common"]);
	const { dateRange } = useFormat();
	const { status } = useSearch({ from: "/my-training" });
	const list = useQuery(ownEnrolmentsQuery(status));
	const tab = (id: (typeof ENROLMENT_STATES)[number] | undefined) => ({
		id: id ?? "all",
		label: id ? t(`enrolmentState.${id}`) : t("all"),
		link: { to: "/my-training" as const, search: { status: id } },
	});
	return (
		<>
			<PageHead
				title={t("ours.title")}
				lead={t("ours.lead")}
				actions={
					<>
						<Link to="/peer-reviews" className={buttonClass("secondary")}>
							{t("ours.reviews")}
						</Link>
						<Link to="/cohorts" className={buttonClass("secondary")}>
							{t("cohorts.ahead")}
						</Link>
					</>
				}
			/>
			<Waiting />
			<Tabs
				label={t("participants.tabs")}
				current={status ?? "all"}
				tabs={[undefined, ...ENROLMENT_STATES].map(tab)}
			/>
			<Awaited
				list={list}
				lines={6}
				none={
					<Empty title={t(status ? "participants.noneSo" : "ours.none")}>
						{!status && <p>{t("ours.noneLead")}</p>}
					</Empty>
				}
			/>
			{list.data && list.data.length > 0 && (
				<SlicedTable
					key={status}
					rows={list.data}
					label={t("ours.title")}
					rowKey={(row) => row.id}
					columns={[
						{
							id: "name",
							header: t("participants.person"),
							cell: (row) => (
								<b>
									<bdi>{row.participant.name}</bdi>
								</b>
							),
						},
						{ id: "cohort", header: t("own.name"), cell: (row) => <Cohort row={row} /> },
						{
							id: "days",
							header: t("cohort.days"),
							cell: (row) => <span className="num">{dateRange(row.starts_on, row.ends_on)}</span>,
						},
						{ id: "state", header: t("stateLabel"), cell: (row) => <Standing row={row} /> },
						{
							id: "actions",
							header: t("participants.actions"),
							bare: true,
							wide: true,
							cell: (row) => <RowActions row={row} over={isOver(row)} own />,
						},
					]}
				/>
			)}
		</>
	);
}
