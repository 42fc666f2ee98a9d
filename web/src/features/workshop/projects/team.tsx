import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { Access, Project, TeamMember } from "@/api/gen/types.gen.ts";
import { setProjectTeam } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Card } from "@/ui/page.tsx";
import { Failed } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { projectKey, teamQuery } from "../queries.ts";
import css from "../workshop.module.css";

const ACCESS: readonly Access[] = ["edit", "read"];

/** Who works on a project, and what each may do in it. */
export function TeamCard({ project, own }: { project: Project; own: boolean }) {
	const { t } = useTranslation("workshop");
	const { text } = useFormat();
	const { id, association, partners } = project;
	const names = new Map([association, ...partners].map((one) => [one.id, text(one.name)]));
	const queryClient = useQueryClient();
	const action = useAction();
	const team = useQuery(teamQuery(id));
	const give = (person: TeamMember, access: Access) =>
		action.run(async () => {
			if (!team.data) return;
			const { items, version } = team.data.data;
			const members = items
				.filter((one) => one.listed && one.person_id !== person.person_id)
				.map(({ person_id, access: had }) => ({ person_id, access: had }));
			await setProjectTeam({
				path: { id },
				body: { members: [...members, { person_id: person.person_id, access }] },
				headers: ifMatch(team.data.etag ?? version),
				throwOnError: true,
			});
			await queryClient.invalidateQueries({ queryKey: projectKey(id) });
			say(t("team.changed"));
		});
	return (
		<Card title={t("team.title")}>
			<Awaited list={team} />
			{action.failed && <Failed error={action.error} />}
			<ul className={css.team}>
				{team.data?.data.items.map((one) => (
					<li key={one.person_id}>
						<span>
							<bdi>{one.name}</bdi>
							{partners.length > 0 && (
								<span className={css.of}>{names.get(one.association_id)}</span>
							)}
						</span>
						{own ? (
							<NativeSelect
								label={t("team.accessOf", { name: one.name })}
								hideLabel
								options={ACCESS.map((access) => ({ id: access, label: t(`access.${access}`) }))}
								value={one.access}
								isDisabled={action.busy}
								onChange={(access) => void give(one, access === "read" ? "read" : "edit")}
							/>
						) : (
							<span className="quiet">{t(`access.${one.access}`)}</span>
						)}
					</li>
				))}
			</ul>
		</Card>
	);
}
