import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { CostLineList } from "@/api/gen/types.gen.ts";
import { listCostLines, putCostLines } from "@/api/gen/workshop-sdk.gen.ts";
import { isStale } from "@/api/problem.ts";
import { useFormat } from "@/i18n/index.tsx";
import type { Locale } from "@/i18n/locale.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { ConflictDialog } from "@/ui/conflict-dialog.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { Form } from "@/ui/form.tsx";
import { Plus } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card } from "@/ui/page.tsx";
import { Resumed } from "@/ui/resumed.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useKept } from "@/ui/use-kept.ts";
import { firstLanguage, NamesLanguage, refusedLanguage } from "../names-language.tsx";
import { projectKey } from "../queries.ts";
import { useMoney } from "../use-money.ts";
import css from "./budget.module.css";
import {
	blankLine,
	CostLine,
	fromLine,
	isReadable,
	type Line,
	sumOf,
	toLine,
} from "./cost-line.tsx";

/** Most centimes of a whole budget. */
const MOST_BUDGET = 1e13;

/** Where cost lines that are typed and not saved are kept. */
export const costLinesKey = (id: string) => `cost-lines-${id}`;

/** What is typed, and the version it began from: a list read again meanwhile is not that version. */
interface Typed {
	base: number;
	lines: readonly Line[];
}

interface Props {
	id: string;
	list: CostLineList;
}

/** Cost lines of a project that is not one's own, or no longer changes. */
export function CostTable({ list }: { list: CostLineList }) {
	const { t } = useTranslation("workshop");
	const { text, date } = useFormat();
	const { money } = useMoney();
	const names = new Map(list.by_activity.map((one) => [one.activity_id, one]));
	return (
		<Card title={t("cost.title")}>
			<DataTable
				label={t("cost.title")}
				rows={list.items}
				rowKey={(row) => row.id ?? row.label.ar}
				columns={[
					{ id: "label", header: t("cost.label"), cell: (row) => <bdi>{text(row.label)}</bdi> },
					{
						id: "activity",
						header: t("editor.name"),
						cell: (row) => {
							const of = names.get(row.activity_id);
							return of && t("gantt.plainName", { code: of.code, name: text(of.name) });
						},
					},
					{
						id: "spread",
						header: t("cost.spread"),
						cell: (row) => (
							<>
								{t(`spread.${row.spread ?? "linear"}`)}
								{row.parts?.map((part) => (
									<span key={`${part.date} ${part.amount.amount}`} className={css.part}>
										<time dateTime={part.date}>{date(part.date)}</time> ·{" "}
										<bdi>{money(part.amount.amount)}</bdi>
									</span>
								))}
							</>
						),
					},
					{
						id: "total",
						header: t("cost.total"),
						numeric: true,
						cell: (row) => money(row.total.amount),
					},
				]}
			/>
			<p className={css.total}>{t("cost.sum", { amount: money(list.total.amount) })}</p>
		</Card>
	);
}

/** What each activity is planned to cost, line by line; saved whole, in one write. */
export function CostLines({ id, list }: Props) {
	const { t } = useTranslation("workshop");
	const { text, locale } = useFormat();
	const { money } = useMoney();
	const queryClient = useQueryClient();
	const action = useAction();
	const typedOf = (from: CostLineList): Typed => ({
		base: from.version,
		lines: from.items.map(fromLine),
	});
	const { value, restored, set: keep, reset } = useKept(costLinesKey(id), () => typedOf(list));
	const { base, lines } = value;
	const setLines = (next: readonly Line[]) => keep({ base, lines: next });
	const [checked, setChecked] = useState(false);
	const [language, setLanguage] = useState<Locale>(() =>
		firstLanguage(
			locale,
			list.items.map(({ label }) => label),
		),
	);
	const tooMuch = lines.reduce((sum, line) => sum + sumOf(line), 0) > MOST_BUDGET;
	const stale = isStale(action.error);
	const activities = list.by_activity.map((one) => ({
		id: one.activity_id,
		label: t("gantt.plainName", { code: one.code, name: text(one.name) }),
	}));
	const set = (index: number, patch: Partial<Line>) =>
		setLines(lines.map((line, i) => (i === index ? { ...line, ...patch } : line)));
	const take = async (from: CostLineList) => {
		reset(typedOf(from));
		await queryClient.invalidateQueries({ queryKey: projectKey(id) });
	};
	const latest = async () => (await listCostLines({ path: { id }, throwOnError: true })).data;
	const save = async (from: number) => {
		const { data } = await putCostLines({
			path: { id },
			body: { lines: lines.map(toLine) },
			headers: ifMatch(from),
			throwOnError: true,
		}).catch((failure: unknown) => {
			setLanguage(refusedLanguage(failure) ?? language);
			throw failure;
		});
		await take(data);
		setChecked(false);
		say(t("saved"));
	};
	const submit = () => {
		setChecked(true);
		if (lines.every(isReadable) && !tooMuch) void action.run(() => save(base));
	};
	const add = () =>
		setLines([...lines, blankLine(lines.at(-1)?.activity ?? activities[0]?.id ?? "")]);
	return (
		<Card
			title={t("cost.title")}
			actions={<NamesLanguage value={language} onChange={setLanguage} />}
		>
			<Form action={{ ...action, failed: action.failed && !stale }} onSubmit={submit}>
				{restored && <Resumed onRestart={() => reset(typedOf(list))} />}
				<p className="quiet">{t("cost.help")}</p>
				{checked && tooMuch && (
					<Notice tone="bad" title={t("cost.sumTooMuch", { amount: money(MOST_BUDGET) })} alert />
				)}
				<ol className={css.lines}>
					{lines.map((line, index) => (
						<CostLine
							key={line.key}
							line={line}
							place={index + 1}
							activities={activities}
							checked={checked}
							language={language}
							said={(field) =>
								action.wrong[`/lines/${index}/${field}`] ??
								action.wrong[`/lines/${index}/${field}/ar`] ??
								action.wrong[`/lines/${index}/${field}/amount`]
							}
							onChange={(patch) => set(index, patch)}
							onRemove={() => setLines(lines.filter((_, i) => i !== index))}
						/>
					))}
				</ol>
				<p className={css.total}>{t("cost.sum", { amount: money(list.total.amount) })}</p>
				<Actions>
					<Button type="submit" variant="primary" isPending={action.busy}>
						{t("cost.save")}
					</Button>
					<Button onPress={add} isDisabled={activities.length === 0}>
						<Plus size={16} />
						{t("cost.add")}
					</Button>
				</Actions>
			</Form>
			{stale && (
				<ConflictDialog
					busy={action.busy}
					onKeepMine={() => void action.run(async () => save((await latest()).version))}
					onTakeTheirs={() => void action.run(async () => take(await latest()))}
					onClose={action.clear}
				/>
			)}
		</Card>
	);
}
