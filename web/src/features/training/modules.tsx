import { useTranslation } from "react-i18next";
import type { CourseModule } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useToolName } from "@/reference/use-tool-name.ts";
import { Tag } from "@/ui/badge.tsx";
import { FileButton } from "@/ui/file-button.tsx";
import { Card } from "@/ui/page.tsx";
import css from "./training.module.css";
import { useHours } from "./use-hours.ts";

function Module({ module }: { module: CourseModule }) {
	const { t } = useTranslation("training");
	const { text } = useFormat();
	const hours = useHours();
	const tool = useToolName();
	const materials = module.materials ?? [];
	return (
		<li>
			<h3>
				<bdi>{text(module.title)}</bdi>
			</h3>
			<p className={css.tags}>
				<Tag>{hours(module.minutes)}</Tag>
				{module.tool && <Tag>{t("withTool", { tool: tool(module.tool) })}</Tag>}
			</p>
			{module.aims && (
				<p className={css.prose} dir="auto">
					{text(module.aims)}
				</p>
			)}
			{module.assignment && (
				<div className={css.assignment}>
					<h4>{t("module.assignment")}</h4>
					<p className={css.prose} dir="auto">
						{text(module.assignment)}
					</p>
				</div>
			)}
			{materials.length > 0 && (
				<div>
					<h4>{t("module.materials")}</h4>
					<ul className={css.materials}>
						{materials.map((one) => (
							<li key={one.url}>
								{one.kind === "file" ? (
									<FileButton path={one.url}>
										<bdi>{text(one.title)}</bdi>
									</FileButton>
								) : (
									<a href={one.url} rel="noreferrer">
										<bdi>{text(one.title)}</bdi>
									</a>
								)}{" "}
								<span className="quiet">{t(`material.${one.kind}`)}</span>
							</li>
						))}
					</ul>
				</div>
			)}
		</li>
	);
}

/** What is taught, in order. */
export function Modules({ modules }: { modules: readonly CourseModule[] }) {
	const { t } = useTranslation("training");
	return (
		<Card title={t("courseOf.modules")}>
			<ol className={css.modules}>
				{modules.map((module) => (
					<Module key={module.code} module={module} />
				))}
			</ol>
		</Card>
	);
}
