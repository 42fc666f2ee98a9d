import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { SelectionChange, SelectionStand, Trial } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { Notice } from "@/ui/notice.tsx";
import css from "./selection.module.css";

type Name = (code: string) => string;

/** How one application stands in one outcome, in words. */
function useStand(name: Name) {
	const { t } = useTranslation("commission");
	return (stand: SelectionStand | null | undefined) => {
		if (!stand) return t("compared.out");
		const { decision } = stand;
		if (decision.state === "waiting") return t("compared.waits", { place: decision.place });
		if (decision.state === "withdrawn") return t("compared.out");
		return decision.under == null
			? t("compared.open")
			: t("compared.under", { quota: name(decision.under) });
	};
}

interface ChangesProps {
	title: string;
	changes: readonly SelectionChange[];
	trial: Trial;
	name: Name;
}

function Changes({ title, changes, trial, name }: ChangesProps) {
	const { t } = useTranslation("commission");
	const { text } = useFormat();
	const stand = useStand(name);
	const named = new Map(trial.names.map((one) => [one.application_id, one]));
	if (changes.length === 0) return null;
	return (
		<section className={css.part} aria-label={title}>
			<h3>{title}</h3>
			<DataTable
				label={title}
				rows={changes}
				rowKey={(row) => row.id}
				columns={[
					{
						id: "application",
						header: t("scores.application"),
						cell: (row) => {
							const one = named.get(row.id);
							return (
								<Link to="/applications/$id" params={{ id: row.id }}>
									{one
										? t("scores.named", { number: one.number, name: text(one.association_name) })
										: row.id}
								</Link>
							);
						},
					},
					{ id: "before", header: t("compared.before"), cell: (row) => stand(row.before) },
					{ id: "after", header: t("compared.after"), cell: (row) => stand(row.after) },
				]}
			/>
		</section>
	);
}

/** What other numbers would change against the call as it is. */
export function Compared({ trial, name }: { trial: Trial; name: Name }) {
	const { t } = useTranslation("commission");
	const { comparison } = trial;
	const { come_in: comeIn, go_out: goOut, moved, stay, quotas } = comparison;
	const same = comeIn.length + goOut.length === 0;
	return (
		<>
			<Notice
				tone="info"
				title={t(same ? "compared.same" : "compared.changes", {
					in: comeIn.length,
					out: goOut.length,
				})}
				alert
			>
				<p>
					{t("compared.stay", { count: stay })}{" "}
					{trial.refused > 0 && t("deciding.refused", { count: trial.refused })}{" "}
					{trial.unscored > 0 && t("compared.unscored", { count: trial.unscored })}{" "}
					{trial.without_seed && t("compared.withoutSeed")}
				</p>
			</Notice>
			<Changes title={t("compared.comeIn")} changes={comeIn} trial={trial} name={name} />
			<Changes title={t("compared.goOut")} changes={goOut} trial={trial} name={name} />
			<Changes title={t("compared.moved")} changes={moved} trial={trial} name={name} />
			{quotas.length > 0 && (
				<section className={css.part} aria-label={t("quotas.title")}>
					<h3>{t("quotas.title")}</h3>
					<DataTable
						label={t("quotas.title")}
						rows={quotas}
						rowKey={(row) => row.id}
						columns={[
							{ id: "name", header: t("quotas.quota"), cell: (row) => <bdi>{name(row.id)}</bdi> },
							{
								id: "seatsBefore",
								header: t("compared.filledBefore"),
								cell: (row) => t("outcome.of", { some: row.filled_before, all: row.seats_before }),
							},
							{
								id: "seatsAfter",
								header: t("compared.filledAfter"),
								cell: (row) => t("outcome.of", { some: row.filled_after, all: row.seats_after }),
							},
							{
								id: "selected",
								header: t("compared.selected"),
								cell: (row) =>
									t("compared.fromTo", { from: row.selected_before, to: row.selected_after }),
							},
						]}
					/>
				</section>
			)}
		</>
	);
}
