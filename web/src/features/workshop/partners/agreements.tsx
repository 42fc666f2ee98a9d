import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectAgreement } from "@/api/gen/types.gen.ts";
import { today } from "@/i18n/days.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { Edit, Plus } from "@/ui/icons.tsx";
import { Card, Facts } from "@/ui/page.tsx";
import { ProjectDocuments } from "../project-documents.tsx";
import { useList } from "../use-list.ts";
import { useMoney } from "../use-money.ts";
import { AgreementDialog } from "./agreement-dialog.tsx";
import { Obligations } from "./obligations.tsx";
import css from "./partners.module.css";
import { agreementsQuery } from "./queries.ts";

interface PactProps {
	id: string;
	pact: ProjectAgreement;
	onEdit: (() => void) | undefined;
}

function Pact({ id, pact, onEdit }: PactProps) {
	const { t } = useTranslation(["workshop", "documents"]);
	const { date, text } = useFormat();
	const { money } = useMoney();
	const list = useList();
	const dated = (day: string | null | undefined, none: string) => (day ? date(day) : none);
	return (
		<li className={css.talk}>
			<div className={css.entry}>
				<h3 dir="auto">{pact.title}</h3>
				<Badge tone={pact.in_force ? "good" : "wait"}>
					{t(
						pact.in_force
							? "agreement.inForce"
							: pact.signed_on
								? "agreement.notInForce"
								: "pact.draft",
					)}
				</Badge>
				{onEdit && (
					<Button
						small
						variant="quiet"
						aria-label={t("pact.editOf", { title: pact.title })}
						onPress={onEdit}
					>
						<Edit size={16} />
					</Button>
				)}
			</div>
			<Facts
				items={[
					{ label: t("pact.parties"), value: list(pact.parties.map(text)) },
					{ label: t("pact.amount"), value: pact.amount && money(pact.amount.amount) },
					{ label: t("pact.signed"), value: dated(pact.signed_on, t("pact.notSigned")) },
					{ label: t("pact.starts"), value: date(pact.starts_on) },
					{ label: t("pact.ends"), value: dated(pact.ends_on, t("pact.noEnd")) },
					{
						label: t("pact.renewal"),
						value: pact.decide_by
							? t("pact.renewalBy", {
									renewal: t(`renewal.${pact.renewal ?? "none"}`),
									date: date(pact.decide_by),
								})
							: t(`renewal.${pact.renewal ?? "none"}`),
					},
				]}
			/>
			{(pact.obligations ?? []).length > 0 && (
				<Obligations
					id={id}
					label={t("pact.dutiesOf", { title: pact.title })}
					rows={(pact.obligations ?? []).map((one) => ({
						...one,
						agreement_id: pact.id,
						overdue: (one.state ?? "due") === "due" && one.due_on < today(),
					}))}
					editable={onEdit !== undefined}
				/>
			)}
			<div className={css.papers}>
				<h4>{t("documents:title")}</h4>
				<ProjectDocuments
					id={id}
					editable={onEdit !== undefined}
					label={t("documents.ofAgreement", { title: pact.title })}
					of={{ agreement_id: pact.id }}
				/>
			</div>
		</li>
	);
}

interface Props {
	id: string;
	partner: string;
	/** The names of both sides, for a new agreement. */
	parties: readonly string[];
	editable: boolean;
}

/** What was agreed with a partner, and what each side owes. */
export function Agreements({ id, partner, parties, editable }: Props) {
	const { t } = useTranslation("workshop");
	const [open, setOpen] = useState<{ agreement?: ProjectAgreement }>();
	const list = useQuery({
		...agreementsQuery(id),
		select: (all) => all.filter((one) => one.partner_id === partner),
	});
	return (
		<Card
			title={t("agreement.title")}
			actions={
				editable && (
					<Button onPress={() => setOpen({})}>
						<Plus size={16} />
						{t("pact.add")}
					</Button>
				)
			}
		>
			<Awaited list={list} none={<p className="quiet">{t("agreement.none")}</p>} />
			<ul className={css.talks}>
				{list.data?.map((pact) => (
					<Pact
						key={pact.id}
						id={id}
						pact={pact}
						onEdit={editable ? () => setOpen({ agreement: pact }) : undefined}
					/>
				))}
			</ul>
			{open && (
				<AgreementDialog
					id={id}
					partner={partner}
					parties={parties}
					agreement={open.agreement}
					onClose={() => setOpen(undefined)}
				/>
			)}
		</Card>
	);
}
