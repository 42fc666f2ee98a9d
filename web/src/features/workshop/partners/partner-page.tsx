import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Project, ProjectPartner } from "@/api/gen/types.gen.ts";
import { deletePartner } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Button } from "@/ui/button.tsx";
import { ContactLink } from "@/ui/contact-link.tsx";
import { ChevronBack, Edit, Trash } from "@/ui/icons.tsx";
import { Card, Facts, Row } from "@/ui/page.tsx";
import { Empty, Failed, Loading } from "@/ui/states.tsx";
import { useTitle } from "@/ui/use-title.ts";
import { Fold } from "../fold.tsx";
import { ProjectFrame } from "../project-frame.tsx";
import { SavingDialog, useSaving } from "../use-saving.tsx";
import { Agreements } from "./agreements.tsx";
import { Contacts } from "./contacts.tsx";
import { Negotiations } from "./negotiations.tsx";
import { PartnerDialog } from "./partner-dialog.tsx";
import css from "./partners.module.css";
import { partnersQuery } from "./queries.ts";

interface Props {
	project: Project;
	partner: ProjectPartner;
}

function RemoveDialog({ project, partner, onClose }: Props & { onClose: () => void }) {
	const { t } = useTranslation(["workshop", "common"]);
	const { text } = useFormat();
	const navigate = useNavigate();
	const saving = useSaving(
		project.id,
		async () => {
			await deletePartner({
				path: { id: project.id, partner_id: partner.id },
				throwOnError: true,
			});
			await navigate({ to: "/projects/$id/partners", params: { id: project.id } });
		},
		onClose,
	);
	const { save } = saving;
	return (
		<SavingDialog
			saving={saving}
			title={t("partner.removeOf", { name: text(partner.name) })}
			onSubmit={() => save()}
			role="alertdialog"
			variant="danger"
			submit={t("common:action.remove")}
		>
			<p>{t("partner.removeLead")}</p>
		</SavingDialog>
	);
}

function PartnerFacts({ project, partner }: Props) {
	const { t } = useTranslation(["workshop", "common"]);
	const { text } = useFormat();
	useTitle(
		t("partOf", {
			part: text(partner.name),
			whole: t("toolOf", { tool: t("tool.partners"), name: text(project.name) }),
		}),
	);
	const [open, setOpen] = useState<"edit" | "remove">();
	const close = () => setOpen(undefined);
	return (
		<Card
			title={text(partner.name)}
			actions={
				project.editable && (
					<Row>
						<Button onPress={() => setOpen("edit")}>
							<Edit size={16} />
							{t("partner.edit")}
						</Button>
						<Button variant="quiet" onPress={() => setOpen("remove")}>
							<Trash size={16} />
							{t("common:action.remove")}
						</Button>
					</Row>
				)
			}
		>
			<Facts
				items={[
					{ label: t("partner.kind"), value: t(`partnerKind.${partner.kind}`) },
					{ label: t("partner.power"), value: t(`level.${level(partner.power)}`) },
					{ label: t("partner.interest"), value: t(`level.${level(partner.interest)}`) },
					{ label: t("partner.conduct"), value: t(`quarter.${partner.quarter}`) },
					{ label: t("partner.expectations"), value: partner.expectations },
					{ label: t("partner.contribution"), value: partner.contribution },
				]}
			/>
			{(partner.people ?? []).length > 0 && (
				<ul className={css.people} aria-label={t("partner.people")}>
					{partner.people?.map((one) => (
						<li key={`${one.name}-${one.phone ?? ""}`} className={css.entry}>
							<b>
								<bdi>{one.name}</bdi>
							</b>
							{one.position && <bdi>{one.position}</bdi>}
							{one.phone && <ContactLink kind="phone" value={one.phone} />}
							{one.email && <ContactLink kind="email" value={one.email} />}
						</li>
					))}
				</ul>
			)}
			{open === "edit" && <PartnerDialog id={project.id} partner={partner} onClose={close} />}
			{open === "remove" && <RemoveDialog project={project} partner={partner} onClose={close} />}
		</Card>
	);
}

/** Between 1 and 5, as the catalogue names them. */
const level = (value: number) => String(value) as "1" | "2" | "3" | "4" | "5";

function Partner({ project }: { project: Project }) {
	const { t } = useTranslation("workshop");
	const { id, editable } = project;
	const { partner: wanted } = useParams({ strict: false }) as { partner: string };
	const list = useQuery(partnersQuery(id));
	if (list.isPending) return <Loading lines={6} />;
	if (list.isError) return <Failed error={list.error} onRetry={() => void list.refetch()} />;
	const partner = list.data.find((one) => one.id === wanted);
	if (!partner) return <Empty title={t("partner.gone")} />;
	const parties = [project.association.name.ar, partner.name.ar];
	return (
		<>
			<div>
				<Link to="/projects/$id/partners" params={{ id }} className={css.back}>
					<ChevronBack size={16} />
					{t("partner.all")}
				</Link>
			</div>
			<PartnerFacts project={project} partner={partner} />
			<Fold title={t("contact.title")}>
				<Contacts id={id} partner={wanted} editable={editable} />
			</Fold>
			<Fold title={t("talk.title")} open>
				<Negotiations id={id} partner={wanted} editable={editable} />
			</Fold>
			<Fold title={t("agreement.title")}>
				<Agreements id={id} partner={wanted} parties={parties} editable={editable} />
			</Fold>
		</>
	);
}

/** One partner: what was said, what is negotiated, what was agreed. */
export function PartnerPage() {
	return <ProjectFrame tool="partners">{({ data }) => <Partner project={data} />}</ProjectFrame>;
}
