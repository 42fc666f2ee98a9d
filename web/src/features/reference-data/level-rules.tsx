import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import { listLevelRules, updateLevelRule } from "@/api/gen/sdk.gen.ts";
import type { LevelRuleView } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { ListTable } from "@/ui/list-table.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { Fields, Stack, Wide } from "@/ui/page.tsx";
import { Empty } from "@/ui/states.tsx";
import { RowDialog, SourceField } from "./row-dialog.tsx";
import { useRowDialogs } from "./use-row-dialogs.tsx";

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
	const [typed, setTyped] = useState<Record<(typeof LEAST)[number], number | null>>(row);
	const [source, setSource] = useState(row.source);
	const [missing, setMissing] = useState(false);
	const { founders, communes, wilayas } = typed;
	const whole = founders !== null && communes !== null && wilayas !== null;
	return (
		<RowDialog
			title={t("edit", { name: nameOf(row) })}
			onClose={onClose}
			check={() => {
				setMissing(!whole);
				return whole;
			}}
			write={async () =>
				whole &&
				updateLevelRule({
					path: { legal_regime: row.legal_regime, level: row.level },
					headers: ifMatch(row.version),
					body: { founders, communes, wilayas, source: source.trim() },
					throwOnError: true,
				})
			}
		>
			{(wrong) => (
				<>
					<p>{t("rules.editLead")}</p>
					<Fields>
						{LEAST.map((key) => (
							<NumberField
								key={key}
								label={t(`rules.${key}`)}
								value={typed[key]}
								onChange={(value) => setTyped({ ...typed, [key]: value })}
								error={
									missing && typed[key] === null ? t("common:field.required") : wrong[`/${key}`]
								}
								isRequired
							/>
						))}
						<Wide>
							<SourceField value={source} onChange={setSource} error={wrong["/source"]} />
						</Wide>
					</Fields>
				</>
			)}
		</RowDialog>
	);
}

/** What each legal regime asks of founders at each level: files that fall short are told, not refused. */
export function LevelRules() {
	const { t } = useTranslation(["reference-data", "common"]);
	const { number } = useFormat();
	const { column, dialog } = useRowDialogs<LevelRuleView>({
		kind: "rule",
		codeOf: (row) => `${row.legal_regime}/${row.level}`,
		nameOf: useRuleName(),
		edit: "update_level_rule",
		history: "list_level_rule_versions",
		editor: (row, onClose) => <Editor row={row} onClose={onClose} />,
	});
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
					column,
				]}
			/>
			{dialog}
		</Stack>
	);
}
