import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { PresidentSeat, PresidentTraining } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useWilayas } from "@/reference/use-reference.ts";
import { Badge, type Tone } from "@/ui/badge.tsx";
import { ExportMenu } from "@/ui/export-menu.tsx";
import { Card } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { Empty } from "@/ui/states.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import css from "./coverage.module.css";
import { PER_PAGE, presidentsPath, presidentsQuery } from "./queries.ts";
import type { CoverageSearch } from "./search.ts";

const TONES: Readonly<Record<PresidentTraining, Tone>> = {
	trained: "good",
	enrolled: "wait",
	without_certificate: "note",
	not_yet: "calm",
};

function Seats({ seats }: { seats: PresidentSeat[] }) {
	const { t } = useTranslation("coverage");
	const { text, date } = useFormat();
	if (seats.length === 0) return t("none");
	return (
		<ul>
			{seats.map((seat) => (
				<li key={seat.cohort_id}>
					<Link to="/cohorts/$id" params={{ id: seat.cohort_id }}>
						<bdi>{text(seat.course_name)}</bdi>
					</Link>{" "}
					<span className="quiet">
						{seat.issued_on
							? t("list.issued", { day: date(seat.issued_on) })
							: t("list.until", { day: date(seat.ends_on) })}
					</span>
					{seat.certificate_code && (
						<>
							{" "}
							<Link
								to="/certificates/$code"
								params={{ code: seat.certificate_code }}
								className={css.code}
							>
								{t("list.certificate", { code: seat.certificate_code })}
							</Link>
						</>
					)}
				</li>
			))}
		</ul>
	);
}

/** The presidents in office the reader is in charge of, and how far each is. */
export function Presidents({ search }: { search: CoverageSearch }) {
	const { t } = useTranslation(["coverage", "common"]);
	const { text } = useFormat();
	const wilayas = useWilayas();
	const cursors = useCursors(JSON.stringify(search));
	const list = useQuery(presidentsQuery(search, cursors.cursor));
	return (
		<Card
			title={t("list.title")}
			actions={<ExportMenu path={presidentsPath(search)} name="training-coverage" />}
		>
			<PagedTable
				list={list}
				cursors={cursors}
				perPage={PER_PAGE}
				empty={<Empty title={t("list.empty")} />}
				label={t("list.title")}
				rowKey={(row) => row.association_id}
				columns={[
					{
						id: "name",
						header: t("list.association"),
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
						id: "president",
						header: t("list.president"),
						cell: (row) => <bdi>{row.president_name}</bdi>,
					},
					{
						id: "training",
						header: t("list.training"),
						cell: (row) => (
							<Badge tone={TONES[row.training]}>{t(`training.${row.training}`)}</Badge>
						),
					},
					{
						id: "seats",
						header: t("list.courses"),
						wide: true,
						cell: (row) => <Seats seats={row.seats} />,
					},
				]}
			/>
		</Card>
	);
}
