import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Review } from "@/api/gen/types.gen.ts";
import type { Tagged } from "@/api/tagged.ts";
import { useFormat } from "@/i18n/index.tsx";
import { usePoints } from "@/reference/use-points.ts";
import { buttonClass } from "@/ui/button.tsx";
import { ChevronBack, ChevronNext } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Facts, PageHead, Stack } from "@/ui/page.tsx";
import { FailedPage, Loading } from "@/ui/states.tsx";
import { hasStands } from "../form/section.ts";
import { ReviewPictures } from "../pictures/review-pictures.tsx";
import { occasionQuery } from "../queries.ts";
import { Needs, Products } from "../read/contents.tsx";
import { CriterionField } from "./criterion.tsx";
import { openReviewsQuery, reviewQuery } from "./queries.ts";
import css from "./review.module.css";
import { ReviewBadge } from "./review-badge.tsx";
import { typedOf } from "./score.ts";
import { ScoreForm } from "./score-form.tsx";

/** The next one of the same event that waits for points. */
function Next({ review }: { review: Review }) {
	const { t } = useTranslation("applications");
	const open = useQuery({ ...openReviewsQuery(review.event_id), staleTime: 0 });
	const next = open.data?.find(({ id }) => id !== review.id);
	if (!next) return null;
	return (
		<Link to="/my-reviews/$id" params={{ id: next.id }} className={buttonClass("secondary")}>
			{t("review.next", { number: next.number })}
			<ChevronNext size={16} />
		</Link>
	);
}

/** What was written, or why nothing was, once nothing can be changed. */
function Written({ review }: { review: Review }) {
	const { t } = useTranslation("applications");
	const told = usePoints();
	const { status, remark, criteria, total } = review;
	const { points } = typedOf(review);
	const weights = criteria.reduce((sum, { weight }) => sum + weight, 0);
	const declined = status === "conflict" || status === "abstained";
	return (
		<Card title={t("review.form")}>
			<Notice tone="info" title={t(`review.closed.${status}`)}>
				{declined && remark && (
					<p>
						<bdi>{remark}</bdi>
					</p>
				)}
			</Notice>
			{status === "scored" && (
				<>
					<div>
						{criteria.map((criterion) => (
							<CriterionField
								key={criterion.code}
								criterion={criterion}
								share={criterion.weight / weights}
								value={points[criterion.code]}
								onChange={() => undefined}
								error={undefined}
								isDisabled
							/>
						))}
					</div>
					<Facts
						items={[
							{ label: t("review.total"), value: told(total) },
							{ label: t("review.remark"), value: remark && <bdi>{remark}</bdi> },
						]}
					/>
				</>
			)}
		</Card>
	);
}

function Shown({ found }: { found: Tagged<Review> }) {
	const { t } = useTranslation("applications");
	const { text, number } = useFormat();
	const [readings, setReadings] = useState(0);
	const review = found.data;
	const event = useQuery(occasionQuery(review.event_id)).data?.event;
	const writable = review.editable && review.status !== "conflict";
	return (
		<>
			<PageHead
				title={t("review.title", { number: review.number })}
				lead={
					<Link to="/events/$id" params={{ id: review.event_id }}>
						<bdi>{text(review.event_name)}</bdi>
					</Link>
				}
				beside={<ReviewBadge status={review.status} />}
				actions={<Next review={review} />}
				above={
					<Link to="/my-reviews">
						<ChevronBack size={16} />
						{t("review.own")}
					</Link>
				}
			/>
			<div className={css.columns}>
				<div className={css.column}>
					<Notice tone="info" title={t("review.anonymous")} />
					<Products products={review.products} />
					<ReviewPictures id={review.id} products={review.products} />
					<Card title={t("exhibitors.title")}>
						<Facts items={[{ label: t("review.exhibitors"), value: number(review.exhibitors) }]} />
					</Card>
					{event && <Needs needs={review.needs} stands={hasStands(event)} />}
				</div>
				<Stack>
					{review.status === "abstained" && review.editable && (
						<Notice tone="info" title={t("review.abstainedStill")} />
					)}
					{writable ? (
						<ScoreForm
							key={`${review.id} ${review.status} ${readings}`}
							found={found}
							onReadAgain={() => setReadings(readings + 1)}
						/>
					) : (
						<Written review={review} />
					)}
				</Stack>
			</div>
		</>
	);
}

/** One application as its reviewer reads it: by its number, without names and places. */
export function ReviewPage() {
	const { id } = useParams({ from: "/my-reviews/$id" });
	const found = useQuery(reviewQuery(id));
	if (found.isPending) return <Loading lines={8} />;
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	return <Shown key={id} found={found.data} />;
}
