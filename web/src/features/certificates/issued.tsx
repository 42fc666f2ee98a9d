import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { download } from "@/api/download.ts";
import type { TrainingCertificate } from "@/api/gen/types.gen.ts";
import { isProblem } from "@/api/problem.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { FileButton } from "@/ui/file-button.tsx";
import { Download } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Row } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { Empty } from "@/ui/states.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useCursors } from "@/ui/use-cursors.ts";
import { normalCode } from "./code.ts";
import { certificatesQuery, PER_PAGE } from "./queries.ts";
import { RevokeDialog } from "./revoke-dialog.tsx";

/** Whether it is in force; once it is not, since when and why. */
function State({ row }: { row: TrainingCertificate }) {
	const { t } = useTranslation("certificates");
	const { date } = useFormat();
	return (
		<>
			<Badge tone={row.state === "valid" ? "good" : "bad"}>{t(`desk.states.${row.state}`)}</Badge>
			{row.revoked_at && (
				<>
					<br />
					<span className="quiet">{t("revokedOn", { date: date(row.revoked_at) })}</span>
				</>
			)}
			{row.revocation_reason && (
				<>
					<br />
					<bdi className="quiet">{row.revocation_reason}</bdi>
				</>
			)}
		</>
	);
}

/** The sheet of a certificate in force, and its end. */
function Doing({ row, runs }: { row: TrainingCertificate; runs: boolean }) {
	const { t } = useTranslation("certificates");
	const user = useUser();
	const action = useAction();
	const queryClient = useQueryClient();
	const [revoking, setRevoking] = useState(false);
	const [meanwhile, setMeanwhile] = useState(false);
	const told = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (meanwhile) told.current?.focus();
	}, [meanwhile]);
	const name = row.says.participant;
	if (meanwhile) return <Notice ref={told} tone="warn" title={t("desk.revokedMeanwhile")} />;
	if (row.state !== "valid") return null;
	const fetchSheet = () =>
		void action.run(async () => {
			try {
				const path = `/api/v1/certificates/${row.id}/print`;
				await download(path, `${row.code}.pdf`, "application/pdf");
			} catch (failure) {
				if (!isProblem(failure) || failure.status !== 404) throw failure;
				// It was revoked after this list was read, which is read again.
				setMeanwhile(true);
				await queryClient.invalidateQueries({ queryKey: ["training"] });
			}
		});
	return (
		<>
			<Row>
				{can(user, "print_certificate") && (
					<Button
						small
						isPending={action.busy}
						aria-label={t("desk.pdfOf", { name })}
						onPress={fetchSheet}
					>
						<Download size={16} />
						{t("desk.pdf")}
					</Button>
				)}
				{runs && can(user, "revoke_certificate") && (
					<Button
						small
						variant="quiet"
						aria-label={t("desk.revokeOf", { name })}
						onPress={() => setRevoking(true)}
					>
						{t("desk.revoke")}
					</Button>
				)}
			</Row>
			{action.failed && <ProblemPanel error={action.error} />}
			{revoking && <RevokeDialog row={row} onClose={() => setRevoking(false)} />}
		</>
	);
}

interface Props {
	cohort: string;
	runs: boolean;
	own: boolean;
}

/** The certificates that were issued, with what can be done with each. */
export function Issued({ cohort, runs, own }: Props) {
	const { t } = useTranslation("certificates");
	const { text, date } = useFormat();
	const user = useUser();
	const cursors = useCursors(cohort);
	const list = useQuery(certificatesQuery(cohort, cursors.cursor));
	const some = list.data?.items.some(({ state }) => state === "valid");
	return (
		<Card
			title={t("desk.list")}
			actions={
				runs &&
				some &&
				can(user, "get_certificate_archive") && (
					<FileButton
						path={`/api/v1/cohorts/${cohort}/certificates/archive`}
						name="certificates.zip"
						accept="application/zip"
					>
						{t("desk.archive")}
					</FileButton>
				)
			}
		>
			<PagedTable
				list={list}
				cursors={cursors}
				perPage={PER_PAGE}
				empty={
					<Empty title={t(own ? "desk.listNoneOwn" : "desk.listNone")}>
						{own && <p>{t("desk.listNoneOwnLead")}</p>}
					</Empty>
				}
				label={t("desk.list")}
				rowKey={(row) => row.id}
				columns={[
					{
						id: "person",
						header: t("desk.person"),
						cell: (row) => (
							<>
								<bdi>{row.says.participant}</bdi>
								<br />
								<bdi className="quiet">{text(row.says.association)}</bdi>
							</>
						),
					},
					{
						id: "code",
						header: t("code"),
						cell: (row) => (
							<Link
								to="/certificates/$code"
								params={{ code: normalCode(row.code) }}
								className="ltr num"
								aria-label={t("desk.checkOf", { code: row.code })}
							>
								{row.code}
							</Link>
						),
					},
					{
						id: "day",
						header: t("desk.issuedDay"),
						cell: (row) => <time dateTime={row.issued_at}>{date(row.says.issued_on)}</time>,
					},
					{ id: "state", header: t("desk.state"), cell: (row) => <State row={row} /> },
					{
						id: "actions",
						header: t("desk.actions"),
						bare: true,
						wide: true,
						cell: (row) => <Doing row={row} runs={runs} />,
					},
				]}
			/>
		</Card>
	);
}
