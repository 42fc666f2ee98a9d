import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import { PartnerKind, type Project, type ProjectPartner } from "@/api/gen/types.gen.ts";
import {
	addPartner,
	listAgreements,
	listObligations,
	listPartners,
	updatePartner,
} from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { Edit, Plus } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Card } from "@/ui/page.tsx";
import { Empty, Failed, Loading } from "@/ui/states.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { ProjectFrame } from "../project-frame.tsx";
import { projectKey } from "../queries.ts";
import css from "./partners.module.css";

const KINDS = Object.values(PartnerKind);
const LEVELS = ["1", "2", "3", "4", "5"] as const;
/** As on paper: power grows upwards, interest in the reading direction. */
const QUARTERS = ["keep_satisfied", "manage_closely", "monitor", "keep_informed"] as const;

interface DialogProps {
	id: string;
	partner: ProjectPartner | undefined;
	onClose: () => void;
}

function PartnerDialog({ id, partner, onClose }: DialogProps) {
	const { t } = useTranslation(["workshop", "common"]);
	const queryClient = useQueryClient();
	const action = useAction();
	const [name, setName] = useState(partner?.name.ar ?? "");
	const [kind, setKind] = useState<PartnerKind>(partner?.kind ?? "institution");
	const [power, setPower] = useState(String(partner?.power ?? 3));
	const [interest, setInterest] = useState(String(partner?.interest ?? 3));
	const [expectations, setExpectations] = useState(partner?.expectations ?? "");
	const save = async () => {
		const body = {
			name: { ...partner?.name, ar: name.trim() },
			kind,
			power: Number(power),
			interest: Number(interest),
			expectations: expectations.trim() || null,
			contribution: partner?.contribution ?? null,
			people: partner?.people ?? [],
		};
		if (partner) {
			await updatePartner({
				path: { id, partner_id: partner.id },
				body,
				headers: ifMatch(partner.version),
				throwOnError: true,
			});
		} else await addPartner({ path: { id }, body, throwOnError: true });
		await queryClient.invalidateQueries({ queryKey: projectKey(id) });
		say(t("saved"));
		onClose();
	};
	const levels = LEVELS.map((one) => ({ id: one, label: t(`level.${one}`) }));
	return (
		<Dialog title={t(partner ? "partner.edit" : "partner.add")} isOpen onClose={onClose}>
			<Form action={action} onSubmit={() => void action.run(save)}>
				<TextField
					label={t("partner.name")}
					dir="auto"
					value={name}
					onChange={setName}
					error={action.wrong["/name/ar"]}
					isRequired
				/>
				<NativeSelect
					label={t("partner.kind")}
					options={KINDS.map((one) => ({ id: one, label: t(`partnerKind.${one}`) }))}
					value={kind}
					onChange={(one) => setKind(KINDS.find((known) => known === one) ?? kind)}
				/>
				<NativeSelect
					label={t("partner.power")}
					options={levels}
					value={power}
					onChange={(one) => setPower(one ?? power)}
					error={action.wrong["/power"]}
				/>
				<NativeSelect
					label={t("partner.interest")}
					options={levels}
					value={interest}
					onChange={(one) => setInterest(one ?? interest)}
					error={action.wrong["/interest"]}
				/>
				<TextField
					label={t("partner.expectations")}
					note={t("common:state.optional")}
					dir="auto"
					multiline
					value={expectations}
					onChange={setExpectations}
					error={action.wrong["/expectations"]}
				/>
				<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
					{t("common:action.save")}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}

function Agreements({ id }: { id: string }) {
	const { t } = useTranslation("workshop");
	const { date, text } = useFormat();
	const agreements = useQuery({
		queryKey: [...projectKey(id), "agreements"],
		queryFn: async ({ signal }) =>
			(await listAgreements({ path: { id }, signal, throwOnError: true })).data.items,
	});
	const due = useQuery({
		queryKey: [...projectKey(id), "obligations"],
		queryFn: async ({ signal }) =>
			(await listObligations({ path: { id }, signal, throwOnError: true })).data.items,
	});
	const failed = agreements.error ?? due.error;
	if (failed) return <Failed error={failed} />;
	if (!agreements.data || !due.data) return <Loading />;
	return (
		<Card title={t("agreement.title")}>
			{agreements.data.length === 0 && <p className={css.quiet}>{t("agreement.none")}</p>}
			<ul className={css.entries}>
				{agreements.data.map((one) => (
					<li key={one.id}>
						<b dir="auto">{one.title}</b>
						<Badge tone={one.in_force ? "good" : "wait"}>
							{t(one.in_force ? "agreement.inForce" : "agreement.notInForce")}
						</Badge>
						{one.ends_on && <span>{t("agreement.ends", { date: date(one.ends_on) })}</span>}
						{one.decide_by && <span>{t("agreement.decideBy", { date: date(one.decide_by) })}</span>}
					</li>
				))}
			</ul>
			{due.data.length > 0 && (
				<DataTable
					label={t("obligation.title")}
					rows={due.data}
					rowKey={(row) => row.id ?? row.text}
					columns={[
						{ id: "text", header: t("obligation.what"), cell: (row) => <bdi>{row.text}</bdi> },
						{ id: "side", header: t("obligation.side"), cell: (row) => t(`side.${row.side}`) },
						{
							id: "partner",
							header: t("partner.name"),
							cell: (row) => <bdi>{text(row.partner_name)}</bdi>,
						},
						{
							id: "due",
							header: t("obligation.due"),
							cell: (row) => <time dateTime={row.due_on}>{date(row.due_on)}</time>,
						},
						{
							id: "state",
							header: t("obligation.state"),
							cell: (row) => (
								<Badge tone={row.overdue ? "bad" : row.state === "met" ? "good" : "wait"}>
									{t(row.overdue ? "obligation.overdue" : `obligationState.${row.state ?? "due"}`)}
								</Badge>
							),
						},
					]}
				/>
			)}
		</Card>
	);
}

function Partners({ project }: { project: Project }) {
	const { t } = useTranslation("workshop");
	const { text } = useFormat();
	const { id, editable } = project;
	const [open, setOpen] = useState<{ partner?: ProjectPartner }>();
	const list = useQuery({
		queryKey: [...projectKey(id), "partners"],
		queryFn: async ({ signal }) =>
			(await listPartners({ path: { id }, signal, throwOnError: true })).data.items,
	});
	if (list.isPending) return <Loading lines={6} />;
	if (list.isError) return <Failed error={list.error} onRetry={() => void list.refetch()} />;
	const add = editable && (
		<Button variant="primary" onPress={() => setOpen({})}>
			<Plus />
			{t("partner.add")}
		</Button>
	);
	return (
		<>
			{list.data.length === 0 ? (
				<Empty title={t("partner.none")}>{add}</Empty>
			) : (
				<Card title={t("partner.map")} actions={add}>
					<p className={css.quiet}>{t("partner.mapLead")}</p>
					<div className={css.map}>
						{QUARTERS.map((quarter) => (
							<section key={quarter} aria-label={t(`quarter.${quarter}`)}>
								<h3>{t(`quarter.${quarter}`)}</h3>
								<ul className={css.entries}>
									{list.data
										.filter((one) => one.quarter === quarter)
										.map((one) => (
											<li key={one.id}>
												<b>
													<bdi>{text(one.name)}</bdi>
												</b>
												<span className={css.quiet}>
													{t("partner.levels", { power: one.power, interest: one.interest })}
												</span>
												<span className={css.quiet}>{t(`partnerKind.${one.kind}`)}</span>
												{editable && (
													<Button
														small
														variant="quiet"
														aria-label={t("partner.editOf", { name: text(one.name) })}
														onPress={() => setOpen({ partner: one })}
													>
														<Edit size={16} />
													</Button>
												)}
											</li>
										))}
								</ul>
							</section>
						))}
					</div>
				</Card>
			)}
			<Agreements id={id} />
			{open && <PartnerDialog id={id} partner={open.partner} onClose={() => setOpen(undefined)} />}
		</>
	);
}

/** Who counts for a project: the map of power and interest, and what was agreed. */
export function PartnersPage() {
	return <ProjectFrame tool="partners">{({ data }) => <Partners project={data} />}</ProjectFrame>;
}
