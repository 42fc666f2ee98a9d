import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TrainerView } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useToolName } from "@/reference/use-tool-name.ts";
import { Button } from "@/ui/button.tsx";
import { ChevronBack, Edit } from "@/ui/icons.tsx";
import { Card, Facts, Narrow, PageHead } from "@/ui/page.tsx";
import { FailedPage, Loading, NoRight } from "@/ui/states.tsx";
import css from "../training.module.css";
import { ProfileForm } from "./profile-form.tsx";
import { trainerQuery } from "./queries.ts";

/** What somebody has said they teach. */
function Profile({ trainer }: { trainer: TrainerView }) {
	const { t } = useTranslation(["training", "common"]);
	const { text, date } = useFormat();
	const tool = useToolName();
	const { subjects, languages, about, updated_at: since } = trainer;
	return (
		<Card title={t("pool.profile")}>
			{!since && <p className="quiet">{t("pool.unsaidLead")}</p>}
			<Facts
				items={[
					{
						label: t("pool.subjects"),
						value:
							subjects.length > 0 ? (
								<ul>
									{subjects.map((one) => (
										<li key={one}>{tool(one)}</li>
									))}
								</ul>
							) : (
								t("common:state.unknown")
							),
					},
					{
						label: t("pool.languages"),
						value:
							languages.map((one) => t(`form.language.${one}`)).join(t("separator")) ||
							t("common:state.unknown"),
					},
					...(since
						? [{ label: t("pool.since"), value: <time dateTime={since}>{date(since)}</time> }]
						: []),
				]}
			/>
			{about && (
				<p className={css.prose} dir="auto">
					{text(about)}
				</p>
			)}
		</Card>
	);
}

/** One trainer, for whoever sees the pool; changed by themselves, a national body or the ministry. */
export function TrainerPage() {
	const { t } = useTranslation(["training", "common"]);
	const { text } = useFormat();
	const { id } = useParams({ from: "/trainers/$id" });
	const user = useUser();
	const allowed = can(user, "get_trainer");
	const found = useQuery({ ...trainerQuery(id), enabled: allowed, staleTime: 0 });
	const [editing, setEditing] = useState(false);
	if (!allowed) return <NoRight />;
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	if (found.isPending) return <Loading lines={6} />;
	const trainer = found.data.data;
	const mayEdit = can(user, "put_trainer") && (user?.acting?.role !== "trainer" || user.id === id);
	return (
		<Narrow>
			<PageHead
				title={trainer.name}
				lead={trainer.body_name ? <bdi>{text(trainer.body_name)}</bdi> : t("pool.noBody")}
				above={
					<Link to="/trainers">
						<ChevronBack size={16} />
						{t("pool.title")}
					</Link>
				}
				actions={
					mayEdit &&
					!editing && (
						<Button onPress={() => setEditing(true)}>
							<Edit />
							{t("common:action.edit")}
						</Button>
					)
				}
			/>
			{editing ? (
				<ProfileForm trainer={trainer} onClose={() => setEditing(false)} />
			) : (
				<Profile trainer={trainer} />
			)}
		</Narrow>
	);
}
