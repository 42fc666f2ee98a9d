import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Course, CourseVersion } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useCraftSectors } from "@/reference/use-reference.ts";
import { Awaited } from "@/ui/awaited.tsx";
import { buttonClass } from "@/ui/button.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Facts, PageHead, Stack } from "@/ui/page.tsx";
import { FailedPage, Loading } from "@/ui/states.tsx";
import { CohortLine } from "./cohort-line.tsx";
import { Modules } from "./modules.tsx";
import { cohortsQuery, courseQuery, versionQuery, versionsQuery } from "./queries.ts";
import { CourseBadge } from "./state-badge.tsx";
import css from "./training.module.css";
import { useHours } from "./use-hours.ts";

// Behind sign-in, and so not fetched with the public page.
const Writing = lazy(() =>
	import("./courses/writing.tsx").then((part) => ({ default: part.Writing })),
);
const CourseFiles = lazy(() =>
	import("./courses/files.tsx").then((part) => ({ default: part.CourseFiles })),
);

/** Cohorts shown on the page of a course; the rest is one step away. */
const NEXT = 3;

function Cohorts({ id }: { id: string }) {
	const { t } = useTranslation("training");
	const list = useQuery(cohortsQuery({ course: id }, undefined, NEXT));
	return (
		<Card
			title={t("courseOf.cohorts")}
			actions={
				<Link
					to="/cohorts"
					search={{ course: id, when: "all" }}
					className={buttonClass("secondary", true)}
				>
					{t("cohorts.seeAll")}
				</Link>
			}
		>
			<Awaited list={list} />
			{list.data?.items.length === 0 && <p className="quiet">{t("courseOf.noCohorts")}</p>}
			{list.data && list.data.items.length > 0 && (
				<ol className={css.list}>
					{list.data.items.map((cohort) => (
						<li key={cohort.id}>
							<CohortLine cohort={cohort} within="course" />
						</li>
					))}
				</ol>
			)}
		</Card>
	);
}

function Versions({ course, shown }: { course: Course; shown: number | undefined }) {
	const { t } = useTranslation("training");
	const { date } = useFormat();
	const list = useQuery(versionsQuery(course.id));
	return (
		<Card title={t("courseOf.versions")}>
			<p className="quiet">{t("courseOf.versionsLead")}</p>
			<Awaited list={list} none={<p className="quiet">{t("courseOf.noVersions")}</p>} />
			<ol className={css.steps}>
				{list.data?.map(({ number, published_at: at }) => (
					<li key={number}>
						<Link
							to="/courses/$id"
							params={{ id: course.id }}
							search={{ version: String(number) }}
							aria-current={number === shown ? "true" : undefined}
							resetScroll={false}
						>
							{t("courseOf.version", { number })}
						</Link>
						<time dateTime={at} className="quiet">
							{date(at)}
						</time>
					</li>
				))}
			</ol>
		</Card>
	);
}

function About({ content }: { content: Course | CourseVersion }) {
	const { t } = useTranslation("training");
	const { text } = useFormat();
	const hours = useHours();
	const sectors = useCraftSectors();
	const crafts = content.craft_sectors ?? [];
	return (
		<Card title={t("courseOf.about")}>
			<Facts
				items={[
					{ label: t("courseOf.length"), value: <b className="num">{hours(content.minutes)}</b> },
					{
						label: t("courseOf.modules"),
						value: <b className="num">{t("modulesCount", { count: content.modules.length })}</b>,
					},
					{
						label: t("courseOf.crafts"),
						value:
							crafts.length === 0 ? t("allCrafts") : crafts.map(sectors.name).join(t("separator")),
					},
				]}
			/>
			<div>
				<h3>{t("courseOf.aims")}</h3>
				<p className={css.prose} dir="auto">
					{text(content.aims)}
				</p>
			</div>
			<div>
				<h3>{t("courseOf.audience")}</h3>
				<p className={css.prose} dir="auto">
					{text(content.audience)}
				</p>
			</div>
		</Card>
	);
}

function Shown({ course }: { course: Course }) {
	const { t } = useTranslation("training");
	const { text, date } = useFormat();
	const { version } = useSearch({ from: "/courses/$id" });
	const asked = useQuery(versionQuery(course.id, version ?? 0));
	if (version && asked.isError)
		return <FailedPage error={asked.error} onRetry={() => void asked.refetch()} />;
	if (version && asked.isPending) return <Loading lines={6} />;
	const earlier = version ? asked.data : undefined;
	const content = earlier ?? course;
	return (
		<>
			<PageHead
				title={text(content.name)}
				lead={<bdi>{text(course.owner.name)}</bdi>}
				beside={course.status !== "published" && <CourseBadge status={course.status} />}
				above={
					<Link to="/courses">
						<ChevronBack size={16} />
						{t("courses.title")}
					</Link>
				}
			/>
			<Stack>
				{earlier && (
					<Notice
						tone="info"
						title={t("courseOf.earlier", {
							number: earlier.number,
							date: date(earlier.published_at),
						})}
					>
						<Link to="/courses/$id" params={{ id: course.id }}>
							{t("courseOf.present")}
						</Link>
					</Notice>
				)}
				{course.editable && !earlier && (
					<Suspense fallback={<Loading lines={1} />}>
						<Writing course={course} />
					</Suspense>
				)}
				{course.status === "archived" && <Notice tone="info" title={t("courseOf.archived")} />}
				<div className={css.columns}>
					<div className={css.column}>
						<About content={content} />
						<Modules modules={content.modules} />
					</div>
					<div className={css.column}>
						<Cohorts id={course.id} />
						<Versions course={course} shown={earlier?.number} />
						{course.editable && !earlier && (
							<Suspense fallback={<Loading lines={1} />}>
								<CourseFiles course={course} />
							</Suspense>
						)}
					</div>
				</div>
			</Stack>
		</>
	);
}

/** The public page of a course. */
export function CoursePage() {
	const { id } = useParams({ from: "/courses/$id" });
	const found = useQuery(courseQuery(id));
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	if (found.isPending) return <Loading lines={6} />;
	return <Shown course={found.data.data} />;
}
