import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Cohort } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { cohortQuery } from "@/reference/cohort.ts";
import { CohortHead } from "@/reference/cohort-head.tsx";
import { useOffice } from "@/reference/use-office.ts";
import { useWilayas } from "@/reference/use-reference.ts";
import { Button } from "@/ui/button.tsx";
import { ContactLink } from "@/ui/contact-link.tsx";
import { Plus } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Row } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { Empty, FailedPage, Loading, NoRight } from "@/ui/states.tsx";
import { Tabs } from "@/ui/tabs.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import { Nominations } from "../cohort-line.tsx";
import { DESK_PAGE, enrolmentsQuery } from "../desk/queries.ts";
import { useOrganises } from "../desk/use-organises.ts";
import { ENROLMENT_STATES } from "../search.ts";
import { EnrolDialog } from "./enrol-dialog.tsx";
import { RowActions } from "./row-actions.tsx";
import { Standing } from "./standing.tsx";

function Participants({ cohort }: { cohort: Cohort }) {
	const { t } = useTranslation(["training", "common"]);
	const { text, dateTime, number } = useFormat();
	const user = useUser();
	const wilayas = useWilayas();
	const office = useOffice();
	const { status } = useSearch({ from: "/cohorts/$id/participants" });
	const cursors = useCursors(`${cohort.id} ${status ?? ""}`);
	const list = useQuery(enrolmentsQuery(cohort.id, status, cursors.cursor));
	const [nominating, setNominating] = useState(false);
	const organises = useOrganises()(cohort);
	const mine = organises ? [] : (user?.acting?.wilayas ?? []);
	const over = cohort.status === "closed" || cohort.status === "cancelled";
	const { counts, capacity } = cohort;
	const tab = (id: (typeof ENROLMENT_STATES)[number] | undefined) => ({
		id: id ?? "all",
		label: id ? t(`enrolmentState.${id}`) : t("all"),
		link: {
			to: "/cohorts/$id/participants" as const,
			params: { id: cohort.id },
			search: { status: id },
		},
	});
	return (
		<>
			<CohortHead
				title={t("participants.title")}
				cohort={cohort}
				current="participants"
				actions={
					cohort.open &&
					can(user, "enrol_participant") && (
						<Button variant="primary" onPress={() => setNominating(true)}>
							<Plus />
							{t("nominate.title")}
						</Button>
					)
				}
			/>
			<Row>
				<b className="num">
					{t("seatsTaken", {
						count: capacity,
						taken: number(counts.enrolled),
						capacity: number(capacity),
					})}
				</b>
				<span>{t("waiting", { count: counts.waiting })}</span>
				<Nominations cohort={cohort} />
			</Row>
			{!organises && mine.length > 0 && <Notice tone="info" title={t("participants.ofWilayas")} />}
			<Tabs
				label={t("participants.tabs")}
				current={status ?? "all"}
				tabs={[undefined, ...ENROLMENT_STATES].map(tab)}
			/>
			<PagedTable
				list={list}
				cursors={cursors}
				perPage={DESK_PAGE}
				empty={<Empty title={t(status ? "participants.noneSo" : "participants.none")} />}
				label={t("participants.title")}
				rowKey={(row) => row.id}
				columns={[
					{
						id: "name",
						header: t("participants.person"),
						cell: (row) => (
							<>
								<b>
									<bdi>{row.participant.name}</bdi>
								</b>
								<br />
								<span className="quiet">
									{t(`gender.${row.participant.gender}`)}
									{row.participant.office &&
										`${t("separator")}${office(row.participant.office, row.participant.gender)}`}
								</span>
								{row.participant.phone && (
									<>
										<br />
										<ContactLink kind="phone" value={row.participant.phone} />
									</>
								)}
							</>
						),
					},
					{
						id: "association",
						header: t("nominate.association"),
						cell: (row) => (
							<>
								<bdi>{text(row.association_name)}</bdi>
								<br />
								<span className="quiet">
									{wilayas.name(row.wilaya_code)}
									{t("separator")}
									{t(row.nominated_by ? "participants.nominated" : "participants.asked")}
								</span>
							</>
						),
					},
					{
						id: "state",
						header: t("stateLabel"),
						cell: (row) => <Standing row={row} quotas={cohort.quotas ?? []} />,
					},
					{
						id: "since",
						header: t("participants.since"),
						cell: (row) => <time dateTime={row.status_since}>{dateTime(row.status_since)}</time>,
					},
					{
						id: "actions",
						header: t("participants.actions"),
						bare: true,
						wide: true,
						cell: (row) => <RowActions row={row} over={over} />,
					},
				]}
			/>
			{nominating && (
				<EnrolDialog cohort={cohort} nominates={mine} onClose={() => setNominating(false)} />
			)}
		</>
	);
}

/** Who takes part, waits and asks: for the organiser all of them, for a chamber those of its wilayas. */
export function ParticipantsPage() {
	const { id } = useParams({ from: "/cohorts/$id/participants" });
	const user = useUser();
	const allowed = can(user, "list_enrolments") && user?.acting?.role !== "association";
	const found = useQuery({ ...cohortQuery(id), enabled: allowed, staleTime: 0 });
	if (!allowed) return <NoRight />;
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	if (found.isPending) return <Loading lines={6} />;
	return <Participants cohort={found.data.data} />;
}
