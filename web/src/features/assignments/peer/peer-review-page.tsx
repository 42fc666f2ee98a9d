import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { PeerReview } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, PageHead } from "@/ui/page.tsx";
import { FailedPage, Loading, NoRight } from "@/ui/states.tsx";
import { peerReviewQuery } from "../queries.ts";
import { Piece } from "../submission/piece.tsx";
import css from "../submission/submission.module.css";
import task from "../task/task.module.css";
import { ReviewForm } from "./review-form.tsx";

function Shown({ review }: { review: PeerReview }) {
	const { t } = useTranslation("assignments");
	const { text } = useFormat();
	return (
		<>
			<PageHead
				title={t("peer.of", { name: text(review.assignment_name) })}
				above={
					<Link to="/peer-reviews">
						<ChevronBack size={16} />
						{t("peer.title")}
					</Link>
				}
			/>
			<div className={css.columns}>
				<div className={css.column}>
					<Notice tone="info" title={t("peer.anonymous")} />
					{review.description && (
						<Card title={t("about.title")}>
							<p className={task.prose} dir="auto">
								{text(review.description)}
							</p>
						</Card>
					)}
					<Card title={t("piece.title", { tool: t(`tool.${review.tool}`) })}>
						<Piece items={review.items} />
					</Card>
				</div>
				<div className={css.column}>
					<ReviewForm key={review.version} review={review} />
				</div>
			</div>
		</>
	);
}

/** Somebody else’s work, without names, and what one says of it. */
export function PeerReviewPage() {
	const { id } = useParams({ from: "/peer-reviews/$id" });
	const allowed = can(useUser(), "get_peer_review");
	const found = useQuery({ ...peerReviewQuery(id), enabled: allowed });
	if (!allowed) return <NoRight />;
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	if (found.isPending) return <Loading lines={8} />;
	return <Shown key={id} review={found.data} />;
}
