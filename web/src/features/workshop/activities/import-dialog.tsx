import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { NetworkImport } from "@/api/gen/types.gen.ts";
import { importNetwork } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { FileDrop } from "@/ui/file-drop.tsx";
import { Form } from "@/ui/form.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Notice } from "@/ui/notice.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { projectKey } from "../queries.ts";
import css from "./activities.module.css";

import { readText } from "./read-text.ts";

/** What a file of Microsoft Project has and a network of the platform has not. */
const REMARKS = [
	"summary_task",
	"inactive_task",
	"link_to_summary",
	"link_to_another_project",
	"lag_in_percent",
	"lag_in_elapsed_time",
] as const;

/** A file of activities: first what would become of it, then the import. */
export function ImportDialog({ id, onClose }: { id: string; onClose: () => void }) {
	const { t } = useTranslation(["workshop", "common"]);
	const { date } = useFormat();
	const queryClient = useQueryClient();
	const action = useAction();
	const [file, setFile] = useState<File | null>(null);
	const [mode, setMode] = useState<"append" | "replace">("append");
	const [trial, setTrial] = useState<NetworkImport>();
	const wordOn = (code: string) => {
		const known = REMARKS.find((one) => one === code);
		return known ? t(`remark.${known}`) : code;
	};
	const send = async (chosen: File, dry: boolean) => {
		const { data } = await importNetwork({
			path: { id },
			query: { mode, dry_run: dry },
			body: readText(await chosen.arrayBuffer()),
			headers: {
				"Content-Type": chosen.name.toLowerCase().endsWith(".xml") ? "text/xml" : "text/csv",
			},
			throwOnError: true,
		});
		if (dry) {
			setTrial(data);
			return;
		}
		await queryClient.invalidateQueries({ queryKey: projectKey(id) });
		say(t("exchange.imported"));
		onClose();
	};
	return (
		<Dialog title={t("exchange.import")} isOpen onClose={onClose}>
			<Form action={action} onSubmit={() => file && void action.run(() => send(file, !trial))}>
				<FileDrop
					label={t("exchange.file")}
					hint={t("exchange.formats")}
					accept=".xml,.csv"
					file={file}
					onFile={(chosen) => {
						setFile(chosen);
						setTrial(undefined);
						action.clear();
					}}
				/>
				<NativeSelect
					label={t("exchange.mode")}
					options={(["append", "replace"] as const).map((one) => ({
						id: one,
						label: t(`exchange.${one}`),
					}))}
					value={mode}
					onChange={(one) => {
						setMode(one === "replace" ? "replace" : "append");
						setTrial(undefined);
					}}
				/>
				{trial && (
					<Notice tone="info" title={t("exchange.found", { count: trial.activities })}>
						{trial.finish && (
							<p>{t("exchange.finish", { date: date(trial.finish.slice(0, 10)) })}</p>
						)}
						{trial.remarks.length > 0 && (
							<>
								<p>{t("exchange.remarks", { count: trial.remarks.length })}</p>
								<ul className={css.remarks}>
									{trial.remarks.map(({ activity, code }, index) => (
										// biome-ignore lint/suspicious/noArrayIndexKey: one activity can have one remark twice
										<li key={index}>{t("exchange.remark", { activity, what: wordOn(code) })}</li>
									))}
								</ul>
							</>
						)}
					</Notice>
				)}
				<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
					{t(trial ? "exchange.import" : "exchange.try")}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}
