import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { CourseSummary } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useCraftSectors } from "@/reference/use-reference.ts";
import { useToolName } from "@/reference/use-tool-name.ts";
import { Tag } from "@/ui/badge.tsx";
import css from "./training.module.css";
import { useHours } from "./use-hours.ts";

/** One course among others: how long it is, what its modules work with, and for which crafts it is. */
export function CourseLine({ course }: { course: CourseSummary }) {
	const { t } = useTranslation("training");
	const tool = useToolName();
	const { text } = useFormat();
	const hours = useHours();
	const sectors = useCraftSectors();
	const { tools, craft_sectors: crafts } = course;
	return (
		<article className={css.course}>
			<h3>
				<Link to="/courses/$id" params={{ id: course.id }} className={css.name}>
					<bdi>{text(course.name)}</bdi>
				</Link>
			</h3>
			<p className={css.measures}>
				<b className="num">{hours(course.minutes)}</b>
				<b className="num">{t("modulesCount", { count: course.modules })}</b>
			</p>
			{tools.length > 0 && (
				<ul className={css.tags} aria-label={t("tools")}>
					{tools.map((one) => (
						<li key={one}>
							<Tag>{tool(one)}</Tag>
						</li>
					))}
				</ul>
			)}
			<p className="quiet">
				{crafts.length === 0 ? t("allCrafts") : crafts.map(sectors.name).join(t("separator"))}
			</p>
			<p className="quiet">
				<bdi>{text(course.owner.name)}</bdi>
			</p>
		</article>
	);
}
