import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Cohort } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useWilayas } from "@/reference/use-reference.ts";
import { DataTable } from "@/ui/data-table.tsx";
import { Card, Facts } from "@/ui/page.tsx";
import { Nominations } from "./cohort-line.tsx";
import { useSeatWords } from "./seat-words.ts";
import css from "./training.module.css";
import { useHours } from "./use-hours.ts";

function Place({ cohort }: { cohort: Cohort }) {
	const { t } = useTranslation("training");
	const { text } = useFormat();
	const wilayas = useWilayas();
	const { place, commune_name: commune, wilaya_code: wilaya } = cohort;
	return (
		<>
			{place ? (
				<>
					<bdi>{text(place.venue)}</bdi>
					{place.room && (
						<>
							{t("separator")}
							<bdi>{text(place.room)}</bdi>
						</>
					)}
					<br />
					<bdi>{text(commune)}</bdi>
					{wilaya && ` (${wilayas.name(wilaya)})`}
				</>
			) : (
				t("online")
			)}
			{cohort.online_url && (
				<>
					<br />
					<a href={cohort.online_url} rel="noreferrer" dir="ltr">
						{cohort.online_url}
					</a>
				</>
			)}
		</>
	);
}

/** When, where and how long it is taught, and what is asked of participants. */
export function CohortFacts({ cohort }: { cohort: Cohort }) {
	const { t } = useTranslation(["training", "common"]);
	const { text, dateRange } = useFormat();
	const hours = useHours();
	return (
		<Card title={t("cohort.facts")}>
			<Facts
				items={[
					{
						label: t("course"),
						value: (
							<Link
								to="/courses/$id"
								params={{ id: cohort.course_id }}
								search={{ version: String(cohort.course_number) }}
							>
								<bdi>{text(cohort.course_name)}</bdi>
							</Link>
						),
					},
					{
						label: t("cohort.days"),
						value: (
							<>
								<b className="num">{dateRange(cohort.starts_on, cohort.ends_on)}</b>
								<br />
								<Link to="/cohorts/$id/timetable" params={{ id: cohort.id }}>
									{t("common:cohortDesk.timetable")}
								</Link>
							</>
						),
					},
					{ label: t("cohort.place"), value: <Place cohort={cohort} /> },
					{ label: t("courseOf.length"), value: hours(cohort.minutes) },
					{
						label: t("cohort.languages"),
						value: cohort.languages.map((one) => t(`form.language.${one}`)).join(t("separator")),
					},
					{
						label: t("cohort.attendance"),
						value: <Attendance cohort={cohort} />,
					},
					{ label: t("cohort.organiser"), value: <bdi>{text(cohort.organiser.name)}</bdi> },
				]}
			/>
			{cohort.description && (
				<p className={css.prose} dir="auto">
					{text(cohort.description)}
				</p>
			)}
		</Card>
	);
}

/** How much is to be attended, and what counts as having been there. */
function Attendance({ cohort }: { cohort: Cohort }) {
	const { t } = useTranslation("training");
	const { number } = useFormat();
	const minutes = { style: "unit", unit: "minute", unitDisplay: "long" } as const;
	const share = number((cohort.attendance_percent ?? 0) / 100, { style: "percent" });
	const late = cohort.absent_from_minutes_late;
	return (
		<>
			{t("cohort.attendanceLeast", { share })}
			{late != null && (
				<>
					<br />
					<small>{t("cohort.attendanceLate", { time: number(late, minutes) })}</small>
				</>
			)}
			{cohort.excused_leave_the_total && (
				<>
					<br />
					<small>{t("cohort.attendanceExcused")}</small>
				</>
			)}
		</>
	);
}

/** Seats, who wants them, and how one comes to have one. */
export function CohortSeats({ cohort }: { cohort: Cohort }) {
	const { t } = useTranslation("training");
	const { number, dateTime } = useFormat();
	const { counts, capacity, status } = cohort;
	const over = status === "closed" || status === "cancelled";
	return (
		<Card title={t("cohort.seats")}>
			{status === "published" && (
				<p>
					<Nominations cohort={cohort} />
				</p>
			)}
			<Facts
				items={[
					{
						label: t("cohort.taken"),
						value: (
							<b className="num">
								{t("seatsTaken", {
									count: capacity,
									taken: number(counts.enrolled),
									capacity: number(capacity),
								})}
							</b>
						),
					},
					{ label: t("cohort.waiting"), value: number(counts.waiting) },
					{ label: t("cohort.requested"), value: number(counts.requested) },
					{
						label: t("cohort.opens"),
						value: <time dateTime={cohort.opens_at}>{dateTime(cohort.opens_at)}</time>,
					},
					{
						label: t("cohort.closes"),
						value: <time dateTime={cohort.closes_at}>{dateTime(cohort.closes_at)}</time>,
					},
				]}
			/>
			{!over && (
				<p>
					{t(
						cohort.self_enrolment
							? cohort.approval === "nobody"
								? "cohort.wayOpen"
								: "cohort.wayAsked"
							: "cohort.wayNominated",
					)}
				</p>
			)}
			<Quotas cohort={cohort} />
		</Card>
	);
}

/** Seats that are kept, and those that remain for everybody. */
function Quotas({ cohort }: { cohort: Cohort }) {
	const { t } = useTranslation("training");
	const { text, number } = useFormat();
	const words = useSeatWords();
	const quotas = cohort.quotas ?? [];
	if (quotas.length === 0) return null;
	const rest = cohort.capacity - quotas.reduce((sum, one) => sum + one.seats, 0);
	const rows = [
		...quotas.map((one) => ({
			id: one.code,
			name: text(one.name),
			who: words(one.for).join(t("separator")),
			seats: one.seats,
		})),
		{ id: " rest", name: t("quotas.rest"), who: t("quotas.restFor"), seats: rest },
	];
	return (
		<section className={css.part} aria-label={t("quotas.title")}>
			<h3>{t("quotas.title")}</h3>
			<p className="quiet">{t("quotas.lead")}</p>
			<DataTable
				label={t("quotas.title")}
				rows={rows}
				rowKey={(row) => row.id}
				columns={[
					{ id: "name", header: t("quotas.name"), cell: (row) => <bdi>{row.name}</bdi> },
					{ id: "for", header: t("quotas.for"), cell: (row) => row.who, wide: true },
					{
						id: "seats",
						header: t("quotas.seats"),
						numeric: true,
						cell: (row) => number(row.seats),
					},
				]}
			/>
		</section>
	);
}
