import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Association } from "@/api/gen/types.gen.ts";
import { can, openSteps } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Button, buttonClass } from "@/ui/button.tsx";
import { ChevronBack, Edit } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHead, Stack } from "@/ui/page.tsx";
import { FailedPage, Loading } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { AssociationFile } from "./association-file.tsx";
import { FileDocuments } from "./documents.tsx";
import { History } from "./history.tsx";
import { LikelyDuplicates } from "./likely-duplicates.tsx";
import { MergedInto } from "./merged-into.tsx";
import { Merges } from "./merges.tsx";
import { PastFile } from "./past-file.tsx";
import { Proposals } from "./proposals.tsx";
import { associationKey, associationQuery } from "./queries.ts";
import { Remarks } from "./remarks.tsx";
import { StatusBadge } from "./status-badge.tsx";
import { isStep, type ReviewStep, StepDialog } from "./step-dialog.tsx";
import { VerificationCard } from "./verification-card.tsx";
import { Warnings } from "./warnings.tsx";

/** An officer corrects a file before and after it is registered, not once it is over. */
const PRIMARY: readonly string[] = [
	"submit_association",
	"verify_association",
	"reinstate_association",
];
const EDITABLE: readonly string[] = ["draft", "returned", "submitted", "verified", "suspended"];

function Review({ file }: { file: Association }) {
	const { t } = useTranslation(["associations", "common"]);
	const { text, date } = useFormat();
	const user = useUser();
	const queryClient = useQueryClient();
	const [step, setStep] = useState<ReviewStep>();
	const merged = file.merged_into;
	const steps = merged ? [] : openSteps(user, file.status).filter(isStep);
	const done = async (taken: ReviewStep) => {
		setStep(undefined);
		await Promise.all([
			queryClient.invalidateQueries({ queryKey: associationKey(file.id) }),
			queryClient.invalidateQueries({ queryKey: ["review"] }),
		]);
		say(t(`stepDone.${taken}`));
	};
	return (
		<>
			<PageHead
				title={text(file.name)}
				beside={<StatusBadge status={file.status} />}
				lead={t("desk.since", { date: date(file.status_since) })}
				above={
					<Link to="/review">
						<ChevronBack size={16} />
						{t("queue.title")}
					</Link>
				}
				actions={
					<>
						{!merged && can(user, "update_association") && EDITABLE.includes(file.status) && (
							<Link
								to="/desk/$id/edit"
								params={{ id: file.id }}
								className={buttonClass("secondary")}
							>
								<Edit />
								{t("common:action.edit")}
							</Link>
						)}
						{steps.map((name) => (
							<Button
								key={name}
								variant={
									PRIMARY.includes(name)
										? "primary"
										: name === "return_association"
											? "secondary"
											: "danger"
								}
								onPress={() => setStep(name)}
							>
								{t(`stepName.${name}`)}
							</Button>
						))}
					</>
				}
			/>
			<Stack>
				{merged && <MergedInto id={merged} to="/review/$id" />}
				{file.status_reason && (
					<Notice tone="info" title={t("desk.reason")}>
						<p>
							<bdi>{file.status_reason}</bdi>
						</p>
					</Notice>
				)}
				<Remarks remarks={file.remarks ?? []} />
				<Warnings warnings={file.warnings} />
				{file.registration_number && <VerificationCard number={file.registration_number} />}
				<AssociationFile association={file} />
				{can(user, "list_proposals") && <Proposals association={file.id} />}
				{can(user, "list_likely_duplicates") && <LikelyDuplicates id={file.id} />}
				{can(user, "list_merges") && <Merges id={file.id} />}
				<FileDocuments id={file.id} />
				<History id={file.id} />
			</Stack>
			{step && (
				<StepDialog
					file={file}
					step={step}
					onDone={() => done(step)}
					onClose={() => setStep(undefined)}
				/>
			)}
		</>
	);
}

/** An officer reads a file and takes the next step, with reasons. */
export function ReviewPage() {
	const { id } = useParams({ from: "/review/$id" });
	const { as_of: day } = useSearch({ from: "/review/$id" });
	const file = useQuery(associationQuery(id));
	if (day) return <PastFile id={id} day={day} />;
	if (file.isPending) return <Loading lines={6} />;
	if (file.isError) return <FailedPage error={file.error} onRetry={() => void file.refetch()} />;
	return <Review file={file.data.data} />;
}
