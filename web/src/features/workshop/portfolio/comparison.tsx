import { useTranslation } from "react-i18next";
import type { KeptPortfolio, SelectionAnswer } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Badge } from "@/ui/badge.tsx";
import { type Column, DataTable } from "@/ui/data-table.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card } from "@/ui/page.tsx";
import { useMoney } from "../use-money.ts";
import { type Compared, compare } from "./compare.ts";
import css from "./portfolio.module.css";
import { useDay } from "./use-day.ts";
import { Chosen, Way } from "./way.tsx";

const TONE = { joins: "good", leaves: "wait", gone: "bad", new: "note" } as const;

/** What was chosen when it was kept beside what would be chosen today, project by project. */
export function Comparison({ kept, today }: { kept: KeptPortfolio; today: SelectionAnswer }) {
	const { t } = useTranslation("workshop");
	const { text } = useFormat();
	const day = useDay();
	const { dinars } = useMoney();
	const lines = compare(kept.outcome, today);
	const changes = lines.filter(
		({ change }) => change === "joins" || change === "leaves" || change === "gone",
	);
	const then = t("kept.then", { date: day(kept.created_at) });
	const sides = [
		{ title: then, answer: kept.outcome },
		{ title: t("kept.today"), answer: today },
	] as const;
	const noted = ({ result }: SelectionAnswer) => {
		if (!result) return t("portfolio.nothing");
		return result.status === "optimal" ? undefined : t(`portfolio.status.${result.status}`);
	};
	const side = (at: 0 | 1): Column<Compared>[] => [
		{
			id: `chosen${at}`,
			header: sides[at].title,
			cell: ({ chosen }) => {
				const yes = chosen[at];
				return yes === undefined ? (
					<span className="quiet">{t("kept.noCandidate")}</span>
				) : (
					<Chosen yes={yes} />
				);
			},
		},
		{
			id: `value${at}`,
			header: t(at === 0 ? "kept.valueThen" : "kept.valueToday"),
			numeric: true,
			cell: ({ values }) => {
				const value = values[at];
				return value === null ? <span className="quiet">—</span> : dinars(value);
			},
		},
	];
	return (
		<Card title={t("kept.comparison")}>
			<div role="status">
				<Notice
					tone={changes.length > 0 ? "warn" : "good"}
					title={
						changes.length > 0 ? t("kept.changed", { count: changes.length }) : t("kept.unchanged")
					}
				/>
			</div>
			<div className={css.ways}>
				{sides.map(({ title, answer }) => (
					<Way key={title} title={title} chosen={answer.result?.optimum} note={noted(answer)} />
				))}
			</div>
			<DataTable<Compared>
				label={t("kept.comparison")}
				rows={lines}
				rowKey={({ item }) => item.project_id}
				compared
				columns={[
					{
						id: "name",
						header: t("field.name"),
						cell: ({ item }) => <bdi>{text(item.name)}</bdi>,
					},
					{
						id: "change",
						header: t("kept.change"),
						cell: ({ change }) =>
							change === "same" ? (
								<span className="quiet">{t("kept.changes.same")}</span>
							) : (
								<Badge tone={TONE[change]}>{t(`kept.changes.${change}`)}</Badge>
							),
					},
					...side(0),
					...side(1),
				]}
			/>
		</Card>
	);
}
