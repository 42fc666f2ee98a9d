import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Offer, ProjectNegotiation } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { Plus } from "@/ui/icons.tsx";
import { Card, Row } from "@/ui/page.tsx";
import { useMoney } from "../use-money.ts";
import { NegotiationDialog } from "./negotiation-dialog.tsx";
import { OfferDialog } from "./offer-dialog.tsx";
import css from "./partners.module.css";
import { negotiationsQuery } from "./queries.ts";
import { Zone } from "./zone.tsx";

interface TalkProps {
	id: string;
	talk: ProjectNegotiation;
	editable: boolean;
}

function Talk({ id, talk, editable }: TalkProps) {
	const { t } = useTranslation("workshop");
	const { date, number } = useFormat();
	const { money } = useMoney();
	const [open, setOpen] = useState<"edit" | "offer" | "outcome">();
	const { outcome, gap } = talk;
	const close = () => setOpen(undefined);
	const sides = [
		{
			side: "ours" as const,
			interests: talk.our_interests ?? [],
			alternative: talk.our_alternative,
		},
		{
			side: "theirs" as const,
			interests: talk.their_interests ?? [],
			alternative: talk.their_alternative,
		},
	];
	return (
		<li className={css.talk}>
			<div className={css.entry}>
				<h3 dir="auto">{talk.subject}</h3>
				<Badge tone={outcome ? (outcome.result === "agreed" ? "good" : "bad") : "wait"}>
					{t(outcome ? `ending.${outcome.result}` : "talk.running")}
				</Badge>
				<span className="quiet">{t(`direction.${talk.direction}`)}</span>
			</div>
			{outcome && (
				<p>
					{t("talk.ended", { date: date(outcome.on) })}
					{outcome.amount && ` ${t("talk.for", { amount: money(outcome.amount.amount) })}`}{" "}
					{outcome.note && <bdi>{outcome.note}</bdi>}
				</p>
			)}
			<div className={css.sides}>
				{sides.map(({ side, interests, alternative }) => (
					<section key={side} aria-label={t(`talk.viewOf.${side}`)}>
						<h4>{t(`talk.viewOf.${side}`)}</h4>
						<ul>
							{interests.map((one) => (
								<li key={one}>
									<bdi>{one}</bdi>
								</li>
							))}
						</ul>
						<p className="quiet">
							{alternative
								? t("talk.alternativeIs", { alternative })
								: t("talk.alternativeUnknown")}
						</p>
					</section>
				))}
			</div>
			<Zone talk={talk} />
			{talk.offers.length > 0 && (
				<DataTable<Offer>
					label={t("talk.offers")}
					rows={talk.offers}
					rowKey={(row) => row.id}
					compared
					columns={[
						{
							id: "round",
							header: t("talk.round"),
							cell: (row) =>
								t("talk.roundOf", { round: number(row.round), side: t(`side.${row.side}`) }),
						},
						{
							id: "on",
							header: t("talk.on"),
							cell: (row) => <time dateTime={row.on}>{date(row.on)}</time>,
						},
						{
							id: "amount",
							header: t("talk.amount"),
							numeric: true,
							cell: (row) => row.amount && money(row.amount.amount),
						},
						{
							id: "concession",
							header: t("talk.concession"),
							numeric: true,
							cell: (row) => row.concession && money(row.concession.amount),
						},
						{
							id: "terms",
							header: t("talk.terms"),
							cell: (row) => row.terms && <bdi>{row.terms}</bdi>,
						},
					]}
				/>
			)}
			{gap && !outcome && <p>{t("talk.gap", { amount: money(gap.amount) })}</p>}
			{editable && !outcome && (
				<Row>
					<Button onPress={() => setOpen("offer")}>
						<Plus size={16} />
						{t("talk.addOffer")}
					</Button>
					<Button onPress={() => setOpen("outcome")}>{t("talk.conclude")}</Button>
					<Button variant="quiet" onPress={() => setOpen("edit")}>
						{t("talk.edit")}
					</Button>
				</Row>
			)}
			{open === "edit" && (
				<NegotiationDialog id={id} partner={talk.partner_id} talk={talk} onClose={close} />
			)}
			{(open === "offer" || open === "outcome") && (
				<OfferDialog id={id} talk={talk} what={open} onClose={close} />
			)}
		</li>
	);
}

interface Props {
	id: string;
	partner: string;
	editable: boolean;
}

/** What is negotiated with a partner: interests, alternatives, the zone between the limits, offers by round. */
export function Negotiations({ id, partner, editable }: Props) {
	const { t } = useTranslation("workshop");
	const [opening, setOpening] = useState(false);
	const list = useQuery({
		...negotiationsQuery(id),
		select: (all) => all.filter((one) => one.partner_id === partner),
	});
	return (
		<Card
			title={t("talk.title")}
			actions={
				editable && (
					<Button onPress={() => setOpening(true)}>
						<Plus size={16} />
						{t("talk.open")}
					</Button>
				)
			}
		>
			<Awaited list={list} none={<p className="quiet">{t("talk.none")}</p>} />
			<ul className={css.talks}>
				{list.data?.map((talk) => (
					<Talk key={talk.id} id={id} talk={talk} editable={editable} />
				))}
			</ul>
			{opening && (
				<NegotiationDialog
					id={id}
					partner={partner}
					talk={undefined}
					onClose={() => setOpening(false)}
				/>
			)}
		</Card>
	);
}
