import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ParticipationSummary } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { today } from "@/i18n/days.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useWilayas } from "@/reference/use-reference.ts";
import { DateField } from "@/ui/date-field.tsx";
import { isDate } from "@/ui/date-parts.ts";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Fields, Hero, Stack } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { Progress } from "@/ui/progress.tsx";
import { Empty, Failed, Loading } from "@/ui/states.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import { Counts } from "./counts.tsx";
import { PER_PAGE, participantsQuery, summaryQuery } from "./queries.ts";
import type { ParticipationSearch } from "./search.ts";
import { useCount } from "./use-figures.ts";

/** Years one may look back. */
const BACK = 12;

function Figures({
	summary,
	wilaya,
}: {
	summary: ParticipationSummary;
	wilaya: string | undefined;
}) {
	const { t } = useTranslation(["outcomes", "common"]);
	const { text, number, date } = useFormat();
	const wilayas = useWilayas();
	const count = useCount();
	const { associations, target, by_wilaya: byWilaya } = summary;
	const rows = byWilaya.filter(({ code }) => !wilaya || code === wilaya);
	return (
		<>
			<Card title={t("participation.total", { year: String(summary.year) })}>
				{associations == null ? (
					<p>{t("hidden.cell")}</p>
				) : (
					<Progress
						label={t("participation.distinct")}
						said={t("participation.of", {
							associations: number(associations),
							target: number(target.associations),
						})}
						value={associations}
						max={target.associations}
					/>
				)}
				<p className="quiet">
					{t("participation.events", { count: summary.events })} ·{" "}
					{t("report.asOf", { day: date(summary.as_of) })}
				</p>
				<p className="quiet">{text(target.source)}</p>
				{!summary.complete && (
					<Notice tone="info" title={t("hidden.few", { count: summary.least_shown })} />
				)}
				<details>
					<summary>{t("participation.how")}</summary>
					<p>{text(summary.computed)}</p>
				</details>
			</Card>
			<Card title={t("participation.parts")}>
				{wilaya && rows.length === 0 ? (
					<p>{t("participation.noneIn", { wilaya: wilayas.name(wilaya) })}</p>
				) : (
					<Counts
						title={t("report.byWilaya")}
						head={t("common:field.wilaya")}
						rows={rows.map(({ code, associations: many }) => ({
							id: code,
							label: wilayas.name(code),
							count: many,
						}))}
					/>
				)}
				{!wilaya && (
					<Counts
						title={t("participation.byScale")}
						head={t("participation.scale")}
						rows={summary.by_scale.map(({ code, associations: many }) => ({
							id: code,
							label: t(`scale.${code as "local" | "regional" | "national" | "international"}`),
							count: many,
						}))}
					/>
				)}
			</Card>
			{wilaya && rows.length > 0 && (
				<p className="visually-hidden" role="status">
					{wilayas.name(wilaya)}: {count(rows[0]?.associations)}
				</p>
			)}
		</>
	);
}

function Participants({ search }: { search: ParticipationSearch }) {
	const { t } = useTranslation(["outcomes", "common"]);
	const { text, number } = useFormat();
	const wilayas = useWilayas();
	const cursors = useCursors(JSON.stringify(search));
	const list = useQuery(participantsQuery(search, cursors.cursor));
	return (
		<Card title={t("participation.list")}>
			<PagedTable
				list={list}
				cursors={cursors}
				perPage={PER_PAGE}
				empty={<Empty title={t("participation.none")} />}
				label={t("participation.list")}
				rowKey={(row) => row.association_id}
				columns={[
					{
						id: "name",
						header: t("desk.association"),
						cell: (row) => (
							<Link to="/associations/$id" params={{ id: row.association_id }}>
								<bdi>{text(row.association_name)}</bdi>
							</Link>
						),
					},
					{
						id: "wilaya",
						header: t("common:field.wilaya"),
						cell: (row) => wilayas.name(row.wilaya_code),
					},
					{
						id: "count",
						header: t("participation.attended"),
						numeric: true,
						cell: (row) => number(row.events.length),
					},
					{
						id: "events",
						header: t("participation.which"),
						wide: true,
						cell: (row) => (
							<ul>
								{row.events.map((event) => (
									<li key={event.event_id}>
										<Link to="/events/$id" params={{ id: event.event_id }}>
											<bdi>{text(event.event_name)}</bdi>
										</Link>
									</li>
								))}
							</ul>
						),
					},
				]}
			/>
		</Card>
	);
}

/** How many associations took part in events of a year, each once, beside what is aimed at. */
export function ParticipationPage() {
	const { t } = useTranslation(["outcomes", "common"]);
	const wilayas = useWilayas();
	const search: ParticipationSearch = useSearch({ from: "/participation" });
	const navigate = useNavigate({ from: "/participation" });
	const user = useUser();
	const summary = useQuery(summaryQuery(search));
	/** Kept while it is unfinished. */
	const [asOf, setAsOf] = useState(search.as_of ?? null);
	const now = Number(today().slice(0, 4));
	const set = (patch: Partial<ParticipationSearch>) =>
		void navigate({ search: (old) => ({ ...old, ...patch }), replace: true, resetScroll: false });
	return (
		<>
			<Hero title={t("participation.title")} lead={t("participation.lead")} />
			<Stack>
				<search>
					<Fields>
						<NativeSelect
							label={t("participation.year")}
							options={Array.from({ length: BACK }, (_, back) => String(now - back)).map((id) => ({
								id,
								label: id,
							}))}
							value={String(search.year ?? now)}
							onChange={(year) => set({ year: Number(year) === now ? undefined : Number(year) })}
						/>
						<NativeSelect
							label={t("common:field.wilaya")}
							empty={t("participation.allWilayas")}
							options={wilayas.options}
							value={search.wilaya}
							onChange={(wilaya) => set({ wilaya: wilaya ?? undefined })}
						/>
						<DateField
							label={t("participation.asOf")}
							note={t("common:state.optional")}
							hint={t("participation.asOfHint")}
							value={asOf}
							onChange={(day) => {
								setAsOf(day);
								if (day === null || isDate(day)) set({ as_of: day ?? undefined });
							}}
						/>
					</Fields>
				</search>
				{summary.isPending && <Loading lines={6} />}
				{summary.isError && <Failed error={summary.error} onRetry={() => void summary.refetch()} />}
				{summary.data && <Figures summary={summary.data} wilaya={search.wilaya} />}
				{can(user, "list_participation") && <Participants search={search} />}
			</Stack>
		</>
	);
}
