import { useTranslation } from "react-i18next";
import type { Call, EventSelection, SelectionTotals } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { usePoints } from "@/reference/use-points.ts";
import { DataTable } from "@/ui/data-table.tsx";
import { Card, Facts } from "@/ui/page.tsx";
import css from "./selection.module.css";
import { useQuotaName } from "./use-quota-name.ts";

/** Where the lottery is drawn from, so that nobody has to believe it. */
export function Seed({ selection }: { selection: EventSelection }) {
	const { t } = useTranslation("commission");
	const { dateTime } = useFormat();
	return (
		<Card title={t("seed.title")}>
			<p className="quiet">{t("seed.lead")}</p>
			<Facts
				items={[
					{
						label: t("seed.seed"),
						value: (
							<code className={css.seed} dir="auto">
								{selection.seed}
							</code>
						),
					},
					{ label: t("seed.source"), value: <bdi>{selection.seed_source}</bdi> },
					{
						label: t("seed.at"),
						value: <time dateTime={selection.seeded_at}>{dateTime(selection.seeded_at)}</time>,
					},
				]}
			/>
		</Card>
	);
}

function Totals({ totals, at }: { totals: SelectionTotals; at: string }) {
	const { t } = useTranslation("commission");
	const { number, dateTime } = useFormat();
	return (
		<Card title={t("outcome.title")}>
			<Facts
				items={[
					{ label: t("outcome.at"), value: <time dateTime={at}>{dateTime(at)}</time> },
					{ label: t("outcome.candidates"), value: number(totals.candidates) },
					{ label: t("outcome.capacity"), value: number(totals.capacity) },
					{ label: t("outcome.selected"), value: number(totals.selected) },
					{ label: t("outcome.waiting"), value: number(totals.waiting) },
					{
						label: t("outcome.reserved"),
						value: t("outcome.of", { some: totals.reserved_filled, all: totals.reserved }),
					},
					{
						label: t("outcome.open"),
						value: t("outcome.of", { some: totals.open_filled, all: totals.open }),
					},
					{ label: t("outcome.owed"), value: number(totals.owed_to_quotas) },
				]}
			/>
		</Card>
	);
}

function QuotaOutcomes({ selection, call }: { selection: EventSelection; call: Call }) {
	const { t } = useTranslation("commission");
	const { number } = useFormat();
	const points = usePoints();
	const name = useQuotaName(call);
	return (
		<Card title={t("quotas.title")}>
			<p className="quiet">{t("quotas.lead")}</p>
			<DataTable
				label={t("quotas.title")}
				rows={selection.quotas}
				rowKey={(row) => row.id}
				columns={[
					{ id: "name", header: t("quotas.quota"), cell: (row) => <bdi>{name(row.id)}</bdi> },
					{
						id: "filled",
						header: t("quotas.filled"),
						cell: (row) => t("outcome.of", { some: row.filled, all: row.seats }),
					},
					{
						id: "qualified",
						header: t("quotas.qualified"),
						numeric: true,
						cell: (row) => number(row.qualified),
					},
					{
						id: "selected",
						header: t("quotas.selected"),
						numeric: true,
						cell: (row) => number(row.selected),
					},
					{
						id: "waiting",
						header: t("quotas.waiting"),
						numeric: true,
						cell: (row) => number(row.waiting.length),
					},
					{
						id: "lowest",
						header: t("quotas.lowest"),
						numeric: true,
						cell: (row) => points(row.lowest_score),
					},
				]}
			/>
		</Card>
	);
}

function Draws({ selection }: { selection: EventSelection }) {
	const { t } = useTranslation("commission");
	const points = usePoints();
	const { draws } = selection;
	return (
		<Card title={t("draws.title")}>
			{draws.length === 0 ? (
				<p>{t("draws.none")}</p>
			) : (
				<ul className={css.draws}>
					{draws.map((draw) => (
						<li key={draw.score}>
							{t("draws.one", {
								score: points(draw.score) ?? "",
								tied: draw.tied,
								selected: draw.selected,
							})}
						</li>
					))}
				</ul>
			)}
		</Card>
	);
}

/** How anybody computes it again, with nothing but Python. */
function Again({ event }: { event: string }) {
	const { t } = useTranslation("commission");
	return (
		<Card title={t("again.title")}>
			<p>{t("again.lead")}</p>
			<ol className={css.list}>
				<li>{t("again.order")}</li>
				<li>{t("again.reserved")}</li>
				<li>{t("again.open")}</li>
				<li>{t("again.waits")}</li>
			</ol>
			<p>{t("again.key")}</p>
			<p>{t("again.gone")}</p>
			<p>
				<a href={`/api/v1/events/${event}/selection/request`} download="call.json">
					{t("again.request")}
				</a>
				{" · "}
				<a href="/selection.py" download="selection.py">
					{t("again.script")}
				</a>
				{" · "}
				<a href="/docs/">{t("again.docs")}</a>
			</p>
			<div dir="ltr">
				<code className={css.command}>python3 selection.py call.json</code>
			</div>
		</Card>
	);
}

/** What was published, for everybody. */
export function Published({ selection, call }: { selection: EventSelection; call: Call }) {
	const { totals, published_at: at } = selection;
	return (
		<>
			{totals && at && <Totals totals={totals} at={at} />}
			{selection.quotas.length > 0 && <QuotaOutcomes selection={selection} call={call} />}
			<Seed selection={selection} />
			<Draws selection={selection} />
			<Again event={selection.event_id} />
		</>
	);
}
