import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Project, ProjectPartner } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { Plus } from "@/ui/icons.tsx";
import { Card } from "@/ui/page.tsx";
import { Empty, Failed, Loading } from "@/ui/states.tsx";
import { Fold } from "../fold.tsx";
import { ProjectFrame } from "../project-frame.tsx";
import { Obligations } from "./obligations.tsx";
import { PartnerDialog } from "./partner-dialog.tsx";
import css from "./partners.module.css";
import { agreementsQuery, negotiationsQuery, obligationsQuery, partnersQuery } from "./queries.ts";

/** As on paper: power grows upwards, interest in the reading direction. */
const QUARTERS = ["keep_satisfied", "manage_closely", "monitor", "keep_informed"] as const;

/** The partners in their quarters; each leads to its own page. */
function PartnerMap({ id, partners }: { id: string; partners: readonly ProjectPartner[] }) {
	const { t } = useTranslation("workshop");
	const { text } = useFormat();
	return (
		<div className={css.map}>
			{QUARTERS.map((quarter) => (
				<section key={quarter} aria-label={t(`quarter.${quarter}`)} data-quarter={quarter}>
					<h3>{t(`quarter.${quarter}`)}</h3>
					<ul className={css.entries}>
						{partners
							.filter((one) => one.quarter === quarter)
							.map((one) => (
								<li key={one.id}>
									<Link
										to="/projects/$id/partners/$partner"
										params={{ id, partner: one.id }}
										className={css.name}
									>
										<bdi>{text(one.name)}</bdi>
									</Link>
									<span className="quiet">{t(`partnerKind.${one.kind}`)}</span>
									<span className="quiet">
										{t("partner.levels", { power: one.power, interest: one.interest })}
									</span>
								</li>
							))}
					</ul>
				</section>
			))}
		</div>
	);
}

/** What is negotiated and what was agreed with all of them, each on the page of its partner. */
function Dealings({ id, partners }: { id: string; partners: readonly ProjectPartner[] }) {
	const { t } = useTranslation("workshop");
	const { date, text } = useFormat();
	const talks = useQuery(negotiationsQuery(id));
	const pacts = useQuery(agreementsQuery(id));
	const failed = talks.error ?? pacts.error;
	if (failed) return <Failed error={failed} />;
	if (!talks.data || !pacts.data) return <Loading />;
	const entry = (key: string, partner: string, title: string, state: ReactNode) => (
		<li key={key} className={css.entry}>
			<Link to="/projects/$id/partners/$partner" params={{ id, partner }} className={css.name}>
				<bdi>{title}</bdi>
			</Link>
			{state}
			<bdi className="quiet">{text(partners.find((one) => one.id === partner)?.name)}</bdi>
		</li>
	);
	return (
		<Card title={t("partner.dealings")}>
			{talks.data.length + pacts.data.length === 0 && (
				<p className="quiet">{t("partner.noDealings")}</p>
			)}
			<ul className={css.entries}>
				{talks.data.map(({ id: key, partner_id, subject, outcome }) =>
					entry(
						key,
						partner_id,
						t("talk.about", { subject }),
						<Badge tone={outcome ? (outcome.result === "agreed" ? "good" : "bad") : "wait"}>
							{t(outcome ? `ending.${outcome.result}` : "talk.running")}
						</Badge>,
					),
				)}
				{pacts.data.map(({ id: key, partner_id, title, in_force, ends_on, decide_by }) =>
					entry(
						key,
						partner_id,
						title,
						<>
							<Badge tone={in_force ? "good" : "wait"}>
								{t(in_force ? "agreement.inForce" : "agreement.notInForce")}
							</Badge>
							{ends_on && <span>{t("agreement.ends", { date: date(ends_on) })}</span>}
							{decide_by && <span>{t("agreement.decideBy", { date: date(decide_by) })}</span>}
						</>,
					),
				)}
			</ul>
		</Card>
	);
}

function Owed({ id, editable }: { id: string; editable: boolean }) {
	const { t } = useTranslation("workshop");
	const { text } = useFormat();
	const due = useQuery(obligationsQuery(id));
	return (
		<Card title={t("obligation.title")}>
			<Awaited list={due} none={<p className="quiet">{t("obligation.none")}</p>} />
			{due.data && due.data.length > 0 && (
				<Obligations
					id={id}
					label={t("obligation.title")}
					rows={due.data}
					editable={editable}
					partnerOf={(row) => text(row.partner_name)}
				/>
			)}
		</Card>
	);
}

function Partners({ project }: { project: Project }) {
	const { t } = useTranslation("workshop");
	const { id, editable } = project;
	const [adding, setAdding] = useState(false);
	const list = useQuery(partnersQuery(id));
	if (list.isPending) return <Loading lines={6} />;
	if (list.isError) return <Failed error={list.error} onRetry={() => void list.refetch()} />;
	const add = editable && (
		<Button variant="primary" onPress={() => setAdding(true)}>
			<Plus />
			{t("partner.add")}
		</Button>
	);
	return (
		<>
			{list.data.length === 0 ? (
				<Empty title={t("partner.none")}>{add}</Empty>
			) : (
				<>
					<Card title={t("partner.map")} actions={add}>
						<p className="quiet">{t("partner.mapLead")}</p>
						<PartnerMap id={id} partners={list.data} />
					</Card>
					<Fold title={t("partner.dealings")} open>
						<Dealings id={id} partners={list.data} />
					</Fold>
					<Fold title={t("obligation.title")} open>
						<Owed id={id} editable={editable} />
					</Fold>
				</>
			)}
			{adding && <PartnerDialog id={id} partner={undefined} onClose={() => setAdding(false)} />}
		</>
	);
}

/** Who counts for a project: the map of power and interest, and what is owed. */
export function PartnersPage() {
	return <ProjectFrame tool="partners">{({ data }) => <Partners project={data} />}</ProjectFrame>;
}
