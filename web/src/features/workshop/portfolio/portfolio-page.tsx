import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PortfolioItem, SelectionAnswer, SelectionInput, Stage } from "@/api/gen/types.gen.ts";
import { chooseProjects, getPortfolio } from "@/api/gen/workshop-sdk.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useWilayas } from "@/reference/use-reference.ts";
import { buttonClass } from "@/ui/button.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHead, Stack } from "@/ui/page.tsx";
import { Empty, FailedPage, Loading } from "@/ui/states.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useKept } from "@/ui/use-kept.ts";
import { Fold } from "../fold.tsx";
import { STAGES } from "../search.ts";
import { Candidates } from "./candidates.tsx";
import { type Conditions, noConditions, partOf, toInput, unready } from "./conditions.ts";
import { ConditionsCard } from "./conditions-card.tsx";
import { Keep } from "./keep.tsx";
import { KeptChoice } from "./kept-choice.tsx";
import { KeptList } from "./kept-list.tsx";
import css from "./portfolio.module.css";
import { Result } from "./result.tsx";

const none: ReadonlySet<string> = new Set();

function Choice({ items, own }: { items: readonly PortfolioItem[]; own: boolean }) {
	const { t } = useTranslation("workshop");
	const user = useUser();
	const action = useAction();
	const { value: conditions, set } = useKept("portfolio-conditions", noConditions);
	const [checked, setChecked] = useState(false);
	const [answer, setAnswer] = useState<{ input: SelectionInput; found: SelectionAnswer }>();
	/** An answer to other conditions would mislead. */
	const change = (next: Conditions) => {
		setAnswer(undefined);
		set(next);
	};
	const find = () => {
		setChecked(true);
		if (unready(conditions).size > 0) return;
		void action.run(async () => {
			setAnswer(undefined);
			const input = toInput(conditions, items);
			const { data: found } = await chooseProjects({ body: input, throwOnError: true });
			setAnswer({ input, found });
		});
	};
	return (
		<>
			<Fold title={t("portfolio.candidates")}>
				<div className={css.candidates}>
					<Candidates
						items={items}
						own={own}
						partOf={(id) => partOf(conditions, id)}
						onPart={(id, part) =>
							change({ ...conditions, parts: { ...conditions.parts, [id]: part } })
						}
					/>
				</div>
			</Fold>
			<ConditionsCard
				items={items}
				conditions={conditions}
				onChange={change}
				wrong={checked ? unready(conditions) : none}
				action={action}
				onChoose={find}
			/>
			{answer && (
				<Result
					answer={answer.found}
					input={answer.input}
					actions={
						can(user, "keep_portfolio") && answer.found.result && <Keep input={answer.input} />
					}
				/>
			)}
		</>
	);
}

function NewChoice() {
	const { t } = useTranslation("workshop");
	const user = useUser();
	const own = can(user, "create_project");
	const keeps = can(user, "list_kept_portfolios");
	const wilayas = useWilayas();
	const [stage, setStage] = useState<Stage>();
	const [wilaya, setWilaya] = useState<string | null>(null);
	const query = { ...(stage ? { stage: [stage] } : {}), ...(wilaya ? { wilaya: [wilaya] } : {}) };
	const read = useQuery({
		queryKey: ["portfolio", query],
		queryFn: async ({ signal }) => (await getPortfolio({ query, signal, throwOnError: true })).data,
		placeholderData: keepPreviousData,
	});
	if (read.isPending) return <Loading lines={8} />;
	if (read.isError) return <FailedPage error={read.error} onRetry={() => void read.refetch()} />;
	const { items, more } = read.data;
	return (
		<>
			<PageHead
				title={t("portfolio.title")}
				lead={t(own ? "portfolio.leadOwn" : "portfolio.lead")}
				above={
					<Link to="/projects">
						<ChevronBack size={16} />
						{t("list.title")}
					</Link>
				}
				actions={
					keeps && (
						<Link to="/projects/portfolio" hash="kept" className={buttonClass("secondary")}>
							{t("kept.title")}
						</Link>
					)
				}
			/>
			<Stack>
				<search className={css.filters}>
					<NativeSelect
						label={t("field.stage")}
						empty={t("portfolio.notOver")}
						options={STAGES.map((id) => ({ id, label: t(`stage.${id}`) }))}
						value={stage}
						onChange={(chosen) => setStage(STAGES.find((one) => one === chosen))}
					/>
					{!own && (
						<NativeSelect
							label={t("portfolio.place")}
							empty={t("portfolio.allWilayas")}
							options={wilayas.options}
							value={wilaya}
							onChange={setWilaya}
						/>
					)}
				</search>
				{more && <Notice tone="warn" title={t("portfolio.more")} />}
				{items.length === 0 ? (
					<Empty title={t("portfolio.none")}>
						<p>{t("portfolio.noneLead")}</p>
					</Empty>
				) : (
					<Choice key={JSON.stringify(query)} items={items} own={own} />
				)}
				{keeps && <KeptList />}
			</Stack>
		</>
	);
}

/**
 * The projects one sees, side by side, and the best set of them for the money there is; with one that
 * was kept in the address, that one.
 */
export function PortfolioPage() {
	const { kept } = useSearch({ from: "/projects/portfolio" });
	return kept ? <KeptChoice key={kept} id={kept} /> : <NewChoice />;
}
