import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReviewStatus } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { PageHead, Stack } from "@/ui/page.tsx";
import { Empty, NoRight } from "@/ui/states.tsx";
import { Tabs } from "@/ui/tabs.tsx";
import { REVIEW_STATES } from "../search.ts";
import css from "./review.module.css";
import { ReviewTable } from "./review-table.tsx";
import { ReviewedEvents } from "./reviewed-events.tsx";

const OPEN: readonly ReviewStatus[] = ["open"];
const DONE: readonly ReviewStatus[] = REVIEW_STATES.filter((one) => one !== "open");

/** What is still to be written, and folded under it what was. */
function Whole() {
	const { t } = useTranslation("applications");
	const [opened, setOpened] = useState(false);
	return (
		<>
			<section aria-label={t("review.state.open")}>
				<ReviewTable
					label={t("review.state.open")}
					states={OPEN}
					empty={
						<Empty title={t("review.none")}>
							<p>{t("review.noneLead")}</p>
						</Empty>
					}
				/>
			</section>
			<details className={css.done} onToggle={() => setOpened(true)}>
				<summary>{t("review.done")}</summary>
				{opened && (
					<ReviewTable
						label={t("review.done")}
						states={DONE}
						empty={<p className="quiet">{t("review.noneDone")}</p>}
					/>
				)}
			</details>
		</>
	);
}

function Reviews() {
	const { t } = useTranslation("applications");
	const { status }: { status?: ReviewStatus | undefined } = useSearch({ from: "/my-reviews" });
	const tab = (one: ReviewStatus | undefined) => ({
		id: one ?? "all",
		label: one ? t(`review.state.${one}`) : t("review.all"),
		link: { to: "/my-reviews" as const, search: { status: one } },
	});
	return (
		<>
			<PageHead title={t("review.own")} lead={t("review.ownLead")} />
			<Tabs
				label={t("review.tabs")}
				current={status ?? "all"}
				tabs={[undefined, ...REVIEW_STATES].map(tab)}
			/>
			<Stack>
				{status ? (
					<ReviewTable
						key={status}
						label={t(`review.state.${status}`)}
						states={[status]}
						empty={<Empty title={t("review.noneHere")} />}
					/>
				) : (
					<Whole />
				)}
				<ReviewedEvents />
			</Stack>
		</>
	);
}

/** What one has been given to review, in every event. */
export function OwnReviewsPage() {
	return can(useUser(), "list_own_reviews") ? <Reviews /> : <NoRight />;
}
