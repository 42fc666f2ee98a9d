import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useCraftSectors, useWilayas } from "@/reference/use-reference.ts";
import { DateField } from "@/ui/date-field.tsx";
import { isDate } from "@/ui/date-parts.ts";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Card, Fields, Hero, Stack } from "@/ui/page.tsx";
import { Failed, Loading } from "@/ui/states.tsx";
import { Tabs } from "@/ui/tabs.tsx";
import { Figures } from "./figures.tsx";
import { Paths } from "./paths.tsx";
import { Presidents } from "./presidents.tsx";
import { summaryQuery, taughtQuery } from "./queries.ts";
import { BREAKDOWNS, type CoverageSearch, LEVELS, TRAININGS } from "./search.ts";

/** The page among those of training: at the desk for whoever runs cohorts, in public for everybody else. */
function Places({ desk }: { desk: boolean }) {
	const { t } = useTranslation("training");
	const coverage = {
		id: "coverage",
		label: t("tabs.coverage"),
		link: { to: "/training-coverage" },
	} as const;
	return (
		<Tabs
			label={t("tabs.label")}
			current="coverage"
			tabs={
				desk
					? [
							{ id: "cohorts", label: t("own.title"), link: { to: "/my-cohorts" } },
							{ id: "courses", label: t("ownCourses.title"), link: { to: "/my-courses" } },
							{ id: "trainers", label: t("pool.title"), link: { to: "/trainers" } },
							coverage,
						]
					: [
							{ id: "courses", label: t("tabs.courses"), link: { to: "/courses" } },
							{ id: "cohorts", label: t("tabs.cohorts"), link: { to: "/cohorts" } },
							coverage,
						]
			}
		/>
	);
}

/** How many presidents in office are trained; for those in charge also who, and what became of it. */
export function CoveragePage() {
	const { t } = useTranslation(["coverage", "common"]);
	const { text } = useFormat();
	const search: CoverageSearch = useSearch({ from: "/training-coverage" });
	const navigate = useNavigate({ from: "/training-coverage" });
	const user = useUser();
	const wilayas = useWilayas();
	const sectors = useCraftSectors();
	const courses = useQuery(taughtQuery).data ?? [];
	const chamber = user?.acting?.role === "chamber";
	const own = chamber && !search.country;
	const summary = useQuery(summaryQuery(search, own));
	/** Kept while it is unfinished. */
	const [asOf, setAsOf] = useState(search.as_of ?? null);
	const lists = can(user, "list_training_coverage");
	const set = (patch: Partial<CoverageSearch>) =>
		void navigate({ search: (old) => ({ ...old, ...patch }), replace: true, resetScroll: false });
	return (
		<>
			<Hero title={t("title")} lead={t("lead")} />
			<Places desk={can(user, "create_cohort")} />
			<Stack>
				<search>
					<Fields>
						<NativeSelect
							label={t("filter.course")}
							empty={t("filter.anyCourse")}
							options={courses.map(({ id, name }) => ({ id, label: text(name) }))}
							value={search.course}
							onChange={(course) => set({ course: course ?? undefined })}
						/>
						<DateField
							label={t("filter.asOf")}
							note={t("common:state.optional")}
							hint={t("filter.asOfHint")}
							value={asOf}
							onChange={(day) => {
								setAsOf(day);
								if (day === null || isDate(day)) set({ as_of: day ?? undefined });
							}}
						/>
						<NativeSelect
							label={t("filter.by")}
							options={BREAKDOWNS.map((id) => ({ id, label: t(`parts.${id}`) }))}
							value={search.by ?? "wilaya"}
							onChange={(by) =>
								set({ by: BREAKDOWNS.find((one) => one === by && by !== "wilaya") })
							}
						/>
						{chamber ? (
							<NativeSelect
								label={t("filter.figures")}
								options={[
									{ id: "own", label: t("filter.own") },
									{ id: "country", label: t("filter.country") },
								]}
								value={search.country ? "country" : "own"}
								onChange={(of) => set({ country: of === "country" ? true : undefined })}
							/>
						) : (
							!lists && (
								<NativeSelect
									label={t("common:field.wilaya")}
									empty={t("filter.allWilayas")}
									options={wilayas.options}
									value={search.wilaya}
									onChange={(wilaya) => set({ wilaya: wilaya ?? undefined })}
								/>
							)
						)}
					</Fields>
				</search>
				{!lists && can(user, "list_training_paths") && <Paths search={search} own />}
				{summary.isPending && <Loading lines={6} />}
				{summary.isError && <Failed error={summary.error} onRetry={() => void summary.refetch()} />}
				{summary.data && (
					<Figures
						summary={summary.data}
						own={own}
						wilaya={search.wilaya}
						onWilaya={(wilaya) => set({ wilaya })}
					/>
				)}
				{lists && (
					<Card title={t("filter.title")}>
						<search>
							<Fields>
								<NativeSelect
									label={t("list.training")}
									empty={t("filter.anyTraining")}
									options={TRAININGS.map((id) => ({ id, label: t(`training.${id}`) }))}
									value={search.training}
									onChange={(id) => set({ training: TRAININGS.find((one) => one === id) })}
								/>
								<NativeSelect
									label={t("common:field.wilaya")}
									empty={t("filter.allWilayas")}
									options={wilayas.options}
									value={search.wilaya}
									onChange={(wilaya) => set({ wilaya: wilaya ?? undefined })}
								/>
								<NativeSelect
									label={t("level")}
									empty={t("filter.anyLevel")}
									options={LEVELS.map((id) => ({ id, label: t(`common:level.${id}`) }))}
									value={search.level}
									onChange={(id) => set({ level: LEVELS.find((one) => one === id) })}
								/>
								<NativeSelect
									label={t("common:field.craftSector")}
									empty={t("filter.anySector")}
									options={sectors.options}
									value={search.craft_sector}
									onChange={(sector) => set({ craft_sector: sector ?? undefined })}
								/>
							</Fields>
						</search>
					</Card>
				)}
				{lists && <Presidents search={search} />}
				{lists && can(user, "list_training_paths") && <Paths search={search} own={false} />}
			</Stack>
		</>
	);
}
