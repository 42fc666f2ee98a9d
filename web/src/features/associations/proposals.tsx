import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Proposal } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { Badge } from "@/ui/badge.tsx";
import { buttonClass } from "@/ui/button.tsx";
import { Card } from "@/ui/page.tsx";
import css from "./associations.module.css";
import { proposalsQuery } from "./queries.ts";

export function ProposalBadge({ proposal }: { proposal: Proposal }) {
	const { t } = useTranslation("associations");
	if (!proposal.decided_at) return <Badge tone="wait">{t("proposal.open")}</Badge>;
	const accepted = proposal.decisions.filter((decision) => decision.accept).length;
	if (accepted === proposal.decisions.length) {
		return <Badge tone="good">{t("proposal.accepted")}</Badge>;
	}
	return accepted > 0 ? (
		<Badge tone="note">{t("proposal.partly")}</Badge>
	) : (
		<Badge tone="bad">{t("proposal.refused")}</Badge>
	);
}

/** Changes asked for of one file, newest first. */
export function Proposals({ association }: { association: string }) {
	const { t } = useTranslation(["associations", "common"]);
	const { dateTime } = useFormat();
	const list = useQuery(proposalsQuery(association));
	return (
		<Card title={t("proposal.title")}>
			<Awaited list={list} none={<p className="quiet">{t("proposal.none")}</p>} lines={2} />
			<ul className={css.history}>
				{list.data?.map((proposal) => (
					<li key={proposal.id}>
						<time dateTime={proposal.created_at} className="quiet">
							{dateTime(proposal.created_at)}
						</time>
						<ProposalBadge proposal={proposal} />
						<span className="quiet">
							{t("proposal.fields", { count: proposal.differences.length })}
						</span>
						<Link
							to="/proposals/$id"
							params={{ id: proposal.id }}
							className={buttonClass("secondary", true)}
						>
							{t("common:action.open")}
						</Link>
						{proposal.note && (
							<p>
								<bdi>{proposal.note}</bdi>
							</p>
						)}
					</li>
				))}
			</ul>
		</Card>
	);
}
