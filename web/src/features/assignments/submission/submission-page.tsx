import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Cohort, Submission } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { cohortQuery } from "@/reference/cohort.ts";
import { CohortHead } from "@/reference/cohort-head.tsx";
import { buttonClass } from "@/ui/button.tsx";
import { ChevronNext } from "@/ui/icons.tsx";
import { Card } from "@/ui/page.tsx";
import { FailedPage, Loading, NoRight } from "@/ui/states.tsx";
import { commentsQuery, submissionQuery, submissionsQuery } from "../queries.ts";
import { RubricList } from "../rubric/rubric-list.tsx";
import { chosenOf } from "../rubric/score.ts";
import { HandIn } from "../task/hand-in.tsx";
import { isOpen, nextToRead } from "../task/next.ts";
import { placeOf } from "../tools.ts";
import { isOver } from "../use-leads.ts";
import { Judge } from "./judge.tsx";
import { Piece } from "./piece.tsx";
import { placed } from "./places.ts";
import { Remarks } from "./remarks.tsx";
import { Reviews } from "./reviews.tsx";
import { StateCard } from "./state-card.tsx";
import { Steps } from "./steps.tsx";
import css from "./submission.module.css";
import { useCommenting } from "./use-commenting.ts";
import { useProject } from "./use-project.ts";

/** Whose work waits next, for those who read it. */
function Next({ work }: { work: Submission }) {
	const { t } = useTranslation("assignments");
	const list = useQuery(submissionsQuery(work.assignment_id));
	const next = nextToRead(list.data ?? [], work.id);
	if (!next?.id) return null;
	return (
		<Link to="/submissions/$id" params={{ id: next.id }} className={buttonClass("secondary")}>
			{t("work.next", { name: next.participant_name })}
			<ChevronNext size={16} />
		</Link>
	);
}

function HandInAgain({ work }: { work: Submission }) {
	const { t } = useTranslation("assignments");
	return (
		<Card title={t("handIn.againTitle")}>
			<HandIn
				assignment={work.assignment_id}
				tool={work.tool}
				participants={[work]}
				project={work.project_id}
				again
			/>
		</Card>
	);
}

function Shown({ work, cohort }: { work: Submission; cohort: Cohort }) {
	const { t } = useTranslation("assignments");
	const { text } = useFormat();
	const user = useUser();
	const own =
		user?.acting?.role === "association" && user.acting.association_id === work.association_id;
	const comments = useQuery(commentsQuery(work.id));
	const said = placed(comments.data ?? [], work.items);
	const writing = useCommenting(work.id);
	const commenting =
		can(user, "comment_on_submission") && (own || work.judgeable) ? writing : undefined;
	const project = useProject(work);
	const again = own && !isOver(cohort) && isOpen(work) && can(user, "hand_in_assignment");
	return (
		<>
			<CohortHead
				title={t("submission.title", {
					name: work.participant_name,
					assignment: text(work.assignment_name),
				})}
				cohort={cohort}
				current="assignments"
				actions={
					<>
						<Link
							to="/assignments/$id"
							params={{ id: work.assignment_id }}
							className={buttonClass("secondary")}
						>
							{t("submission.toTask")}
						</Link>
						{work.judgeable && <Next work={work} />}
					</>
				}
			/>
			<div className={css.columns}>
				<div className={css.state}>
					<StateCard work={work} />
				</div>
				<div className={css.main}>
					<Card
						title={t("piece.title", { tool: t(`tool.${work.tool}`) })}
						actions={
							project && (
								<Link {...placeOf(work.tool, project)}>
									{t(own ? "piece.workshop" : "piece.project")}
								</Link>
							)
						}
					>
						<p className="quiet">{t("piece.asItWas")}</p>
						<Piece
							items={work.items}
							project={project}
							said={said}
							number={work.number}
							commenting={commenting}
						/>
					</Card>
					<Remarks list={comments} said={said} number={work.number} commenting={commenting} />
				</div>
				<div className={css.column}>
					{again && <HandInAgain work={work} />}
					{work.judgeable ? (
						<Judge key={work.version} work={work} />
					) : (
						<Card title={t("submission.assessment")}>
							{work.levels.length === 0 && <p className="quiet">{t("submission.unassessed")}</p>}
							<RubricList rubric={work.rubric} given={chosenOf(work.levels)} />
						</Card>
					)}
					{work.reviews.length > 0 && <Reviews work={work} />}
					<Steps steps={work.steps} />
				</div>
			</div>
		</>
	);
}

/** One submission: for those in charge to read, comment on and decide; for its association with what they say. */
export function SubmissionPage() {
	const { id } = useParams({ from: "/submissions/$id" });
	const allowed = can(useUser(), "get_submission");
	const found = useQuery({ ...submissionQuery(id), enabled: allowed });
	const cohort = useQuery({
		...cohortQuery(found.data?.cohort_id ?? ""),
		enabled: !!found.data,
	});
	if (!allowed) return <NoRight />;
	const failed = found.isError ? found : cohort.isError ? cohort : undefined;
	if (failed) return <FailedPage error={failed.error} onRetry={() => void failed.refetch()} />;
	if (!found.data || !cohort.data) return <Loading lines={8} />;
	return <Shown key={id} work={found.data} cohort={cohort.data.data} />;
}
