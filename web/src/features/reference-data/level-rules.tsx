import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import { listLevelRules, updateLevelRule } from "@/api/gen/sdk.gen.ts";
import type { LevelRuleView } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { ListTable } from "@/ui/list-table.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { Fields, Stack, Wide } from "@/ui/page.tsx";
import { Empty } from "@/ui/states.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { HistoryDialog } from "./history-dialog.tsx";
import { RowActions } from "./row-actions.tsx";

const KEY = ["reference-data", "level-rules"];
const LEAST = ["founders", "communes", "wilayas"] as const;

function useRuleName() {
	const { t } = useTranslation(["reference-data", "common"]);
	return ({ legal_regime, level }: LevelRuleView) =>
		t("rules.name", {
			level: t(`common:level.${level}`),
			regime: t(`rules.regime.${legal_regime}`),
		});
}

function Editor({ row, onClose }: { row: LevelRuleView; onClose: () => void }) {
	const { t } = useTranslation(["reference-data", "common"]);
	const nameOf = useRuleName();
	const queryClient = useQueryClient();
	const action = useAction();
	const [typed, setTyped] = useState<Record<(typeof LEAST)[number], number | null>>(row);
	const [source, setSource] = useState(row.source);
	const [missing, setMissing] = useState(false);
	const { founders, communes, wilayas } = typed;
	const save = () => {
		const whole = founders !== null && communes !== null && wilayas !== null;
		setMissing(!whole);
		if (!whole) return;
		void action.run(async () => {
			await updateLevelRule({
				path: { legal_regime: row.legal_regime, level: row.level },
				headers: ifMatch(row.version),
				body: { founders, communes, wilayas, source: source.trim() },
				throwOnError: true,
			});
			await queryClient.invalidateQueries({ queryKey: ["reference-data"] });
			say(t("saved"));
			onClose();
		});
	};
	return (
		<Dialog title={t("edit", { name: nameOf(row) })} isOpen onClose={onClose}>
			<Form action={action} onSubmit={save}>
				<p>{t("rules.editLead")}</p>
				<Fields>
					{LEAST.map((key) => (
						<NumberField
							key={key}
							label={t(`rules.${key}`)}
							value={typed[key]}
							onChange={(value) => setTyped({ ...typed, [key]: value })}
							error={
								missing && typed[key] === null
									? t("common:field.required")
									: action.wrong[`/${key}`]
							}
							isRequired
						/>
					))}
					<Wide>
						<TextField
							label={t("source")}
							hint={t("sourceHint")}
							dir="auto"
							value={source}
							onChange={setSource}
							error={action.wrong["/source"]}
							isRequired
						/>
					</Wide>
				</Fields>
				<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
					{t("common:action.save")}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}

/** What each legal regime asks of founders at each level: files that fall short are told, not refused. */
export function LevelRules() {
	const { t } = useTranslation(["reference-data", "common"]);
	const { number } = useFormat();
	const nameOf = useRuleName();
	const [open, setOpen] = useState<{ row: LevelRuleView; what: "edit" | "history" }>();
	const list = useQuery({
		queryKey: KEY,
		queryFn: async ({ signal }): Promise<LevelRuleView[]> =>
			(await listLevelRules({ cache: "no-cache", signal, throwOnError: true })).data.items,
	});
	return (
		<Stack>
			<p>{t("rules.lead")}</p>
			<ListTable
				list={list}
				lines={6}
				none={<Empty title={t("none")} />}
				label={t("tab.rules")}
				rowKey={(row) => `${row.legal_regime} ${row.level}`}
				columns={[
					{ id: "level", header: t("rules.level"), cell: (row) => t(`common:level.${row.level}`) },
					{
						id: "regime",
						header: t("rules.legalRegime"),
						cell: (row) => t(`rules.regime.${row.legal_regime}`),
					},
					...LEAST.map((key) => ({
						id: key,
						header: t(`rules.${key}`),
						numeric: true,
						cell: (row: LevelRuleView) => number(row[key]),
					})),
					{
						id: "source",
						header: t("source"),
						wide: true,
						cell: (row) => <bdi>{row.source}</bdi>,
					},
					{
						id: "actions",
						header: t("actions"),
						bare: true,
						cell: (row) => (
							<RowActions
								name={nameOf(row)}
								edit="update_level_rule"
								history="list_level_rule_versions"
								onEdit={() => setOpen({ row, what: "edit" })}
								onHistory={() => setOpen({ row, what: "history" })}
							/>
						),
					},
				]}
			/>
			{open?.what === "edit" && <Editor row={open.row} onClose={() => setOpen(undefined)} />}
			{open?.what === "history" && (
				<HistoryDialog
					kind="rule"
					code={`${open.row.legal_regime}/${open.row.level}`}
					name={nameOf(open.row)}
					onClose={() => setOpen(undefined)}
				/>
			)}
		</Stack>
	);
}
