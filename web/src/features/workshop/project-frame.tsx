import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Project } from "@/api/gen/types.gen.ts";
import type { Tagged } from "@/api/tagged.ts";
import { useFormat } from "@/i18n/index.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHead, Stack } from "@/ui/page.tsx";
import { FailedPage, Loading } from "@/ui/states.tsx";
import { Tabs } from "@/ui/tabs.tsx";
import { projectQuery } from "./queries.ts";
import { StageBadge } from "./stage-badge.tsx";

const TOOLS = [
	{ id: "overview", to: "/projects/$id" },
	{ id: "canvas", to: "/projects/$id/canvas" },
	{ id: "value", to: "/projects/$id/value" },
	{ id: "activities", to: "/projects/$id/activities" },
	{ id: "budget", to: "/projects/$id/budget" },
	{ id: "criteria", to: "/projects/$id/criteria" },
	{ id: "partners", to: "/projects/$id/partners" },
] as const;
export type Tool = (typeof TOOLS)[number]["id"];

interface Props {
	tool: Tool;
	/** Buttons of the page. */
	actions?: (project: Tagged<Project>) => ReactNode;
	children: (project: Tagged<Project>) => ReactNode;
}

/** What every page of a project shares: whose it is, where it stands, and the way to the other tools. */
export function ProjectFrame({ tool, actions, children }: Props) {
	const { t } = useTranslation("workshop");
	const { text } = useFormat();
	const { id } = useParams({ strict: false }) as { id: string };
	const query = useQuery(projectQuery(id));
	if (query.isPending) return <Loading lines={6} />;
	if (query.isError) return <FailedPage error={query.error} onRetry={() => void query.refetch()} />;
	const project = query.data.data;
	const name = text(project.name);
	return (
		<>
			<PageHead
				title={tool === "overview" ? name : t("toolOf", { tool: t(`tool.${tool}`), name })}
				above={
					<Link to="/projects">
						<ChevronBack size={16} />
						{t("list.title")}
					</Link>
				}
				beside={<StageBadge stage={project.stage} />}
				lead={<bdi>{text(project.association.name)}</bdi>}
				actions={actions?.(query.data)}
			/>
			<Tabs
				label={t("tools")}
				current={tool}
				tabs={TOOLS.map(({ id: one, to }) => ({
					id: one,
					label: t(`tool.${one}`),
					link: { to, params: { id }, activeOptions: { exact: true } },
				}))}
			/>
			<Stack>
				{project.archived_at && <Notice tone="warn" title={t("archivedNotice")} />}
				{children(query.data)}
			</Stack>
		</>
	);
}
