import { useTranslation } from "react-i18next";
import type { Call } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import css from "./call.module.css";
import { useConditionWords } from "./condition-words.ts";

/** Who may apply, in plain words. */
export function Who({ call }: { call: Call }) {
	const { t } = useTranslation("events");
	const words = useConditionWords()(call.conditions);
	return (
		<section className={css.part} aria-label={t("call.who")}>
			<h3>{t("call.who")}</h3>
			<p>{t(words.length > 0 ? "call.whoLead" : "call.everybody")}</p>
			{words.length > 0 && (
				<ul className={css.conditions}>
					{words.map((one) => (
						<li key={one}>{one}</li>
					))}
				</ul>
			)}
		</section>
	);
}

/** Seats that are kept, and those that remain for everybody. */
export function Quotas({ call }: { call: Call }) {
	const { t } = useTranslation("events");
	const { text, number } = useFormat();
	const words = useConditionWords();
	const quotas = call.quotas ?? [];
	if (quotas.length === 0) return null;
	const rest = call.capacity - quotas.reduce((sum, one) => sum + one.seats, 0);
	const rows = [
		...quotas.map((one) => ({
			id: one.code,
			name: text(one.name),
			who: words(one.for).join(t("listSeparator")),
			seats: one.seats,
		})),
		{ id: " rest", name: t("call.rest"), who: t("call.restFor"), seats: rest },
	];
	return (
		<section className={css.part} aria-label={t("call.quotas")}>
			<h3>{t("call.quotas")}</h3>
			<p className="quiet">{t("call.quotasLead")}</p>
			<DataTable
				label={t("call.quotas")}
				rows={rows}
				rowKey={(row) => row.id}
				columns={[
					{ id: "name", header: t("call.quota"), cell: (row) => <bdi>{row.name}</bdi> },
					{ id: "for", header: t("call.for"), cell: (row) => row.who, wide: true },
					{
						id: "seats",
						header: t("call.seats"),
						numeric: true,
						cell: (row) => number(row.seats),
					},
				]}
			/>
		</section>
	);
}

/** What reviewers score, how much each counts, and what points mean. */
export function Criteria({ call }: { call: Call }) {
	const { t } = useTranslation("events");
	const { text, number } = useFormat();
	const criteria = call.criteria ?? [];
	if (criteria.length === 0) return null;
	const total = criteria.reduce((sum, one) => sum + one.weight, 0);
	return (
		<section className={css.part} aria-label={t("call.criteria")}>
			<h3>{t("call.criteria")}</h3>
			<DataTable
				label={t("call.criteria")}
				rows={criteria}
				rowKey={(row) => row.code}
				columns={[
					{ id: "name", header: t("call.criterion"), cell: (row) => <bdi>{text(row.name)}</bdi> },
					{
						id: "weight",
						header: t("call.weight"),
						numeric: true,
						cell: (row) => number(row.weight / total, { style: "percent" }),
					},
					{
						id: "anchors",
						header: t("call.anchors"),
						wide: true,
						cell: (row) =>
							row.anchors?.length ? (
								<ul className={css.anchors}>
									{row.anchors
										.toSorted((a, b) => b.points - a.points)
										.map((one) => (
											<li key={one.points}>
												<b className="num">{number(one.points)}</b> <bdi>{text(one.meaning)}</bdi>
											</li>
										))}
								</ul>
							) : (
								<span className="quiet">{t("call.noAnchors")}</span>
							),
					},
				]}
			/>
			{call.least_points != null && <p>{t("call.leastPoints", { number: call.least_points })}</p>}
		</section>
	);
}
