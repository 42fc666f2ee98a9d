import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { submitAssociation } from "@/api/gen/sdk.gen.ts";
import type { Association } from "@/api/gen/types.gen.ts";
import { can, openSteps } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Button, buttonClass } from "@/ui/button.tsx";
import { Edit } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHead, Stack } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { Empty, FailedPage, Loading } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { AssociationFile } from "./association-file.tsx";
import { FileDocuments } from "./documents.tsx";
import { History } from "./history.tsx";
import { MergedInto } from "./merged-into.tsx";
import { PastFile } from "./past-file.tsx";
import { Proposals } from "./proposals.tsx";
import { associationKey, associationQuery } from "./queries.ts";
import { Remarks } from "./remarks.tsx";
import { StatusBadge } from "./status-badge.tsx";
import { VerificationCard } from "./verification-card.tsx";
import { Warnings } from "./warnings.tsx";

const EDITABLE: readonly string[] = ["draft", "returned"];

/** From here on a change is a proposal to the chamber. */
const REGISTERED: readonly string[] = ["verified", "suspended"];

function Desk({ file }: { file: Association }) {
	const { t } = useTranslation(["associations", "common"]);
	const { text, date } = useFormat();
	const user = useUser();
	const queryClient = useQueryClient();
	const action = useAction();
	const submit = () =>
		action.run(async () => {
			await submitAssociation({ path: { id: file.id }, throwOnError: true });
			await queryClient.invalidateQueries({ queryKey: associationKey(file.id) });
			say(t("desk.submitted"));
		});
	const merged = file.merged_into;
	const mayEdit =
		!merged &&
		((can(user, "update_association") && EDITABLE.includes(file.status)) ||
			(can(user, "propose_changes") && REGISTERED.includes(file.status)));
	return (
		<>
			<PageHead
				title={text(file.name)}
				beside={<StatusBadge status={file.status} />}
				lead={t("desk.since", { date: date(file.status_since) })}
				actions={
					<>
						{mayEdit && (
							<Link
								to="/desk/$id/edit"
								params={{ id: file.id }}
								className={buttonClass("secondary")}
							>
								<Edit />
								{t("common:action.edit")}
							</Link>
						)}
						{!merged && openSteps(user, file.status).includes("submit_association") && (
							<Button variant="primary" isPending={action.busy} onPress={() => void submit()}>
								{t("desk.submit")}
							</Button>
						)}
					</>
				}
			/>
			<Stack>
				{action.failed && <ProblemPanel error={action.error} />}
				{merged && <MergedInto id={merged} to="/associations/$id" />}
				<Notice
					tone={file.status === "returned" ? "warn" : "info"}
					title={t(`next.${file.status}`)}
				>
					{file.status_reason && (
						<p>
							{t("desk.reason")} <bdi>{file.status_reason}</bdi>
						</p>
					)}
				</Notice>
				<Remarks remarks={file.remarks ?? []} />
				<Warnings warnings={file.warnings} />
				{file.registration_number && <VerificationCard number={file.registration_number} />}
				<AssociationFile association={file} />
				{REGISTERED.includes(file.status) && <Proposals association={file.id} />}
				<FileDocuments id={file.id} />
				<History id={file.id} />
			</Stack>
		</>
	);
}

export function DeskPage() {
	const { t } = useTranslation(["associations", "common"]);
	const id = useUser()?.acting?.association_id ?? "";
	const { as_of: day } = useSearch({ from: "/desk" });
	const file = useQuery({ ...associationQuery(id), enabled: id !== "" });
	if (!id) {
		return (
			<>
				<PageHead title={t("common:nav.myFile")} />
				<Empty title={t("desk.none")}>
					<Link to="/register" className={buttonClass("primary")}>
						{t("common:nav.register")}
					</Link>
				</Empty>
			</>
		);
	}
	if (day) return <PastFile id={id} day={day} />;
	if (file.isPending) return <Loading lines={6} />;
	if (file.isError) return <FailedPage error={file.error} onRetry={() => void file.refetch()} />;
	return <Desk file={file.data.data} />;
}
