import { useQueryClient } from "@tanstack/react-query";
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { ProjectNetwork } from "@/api/gen/types.gen.ts";
import { getNetwork, putNetwork } from "@/api/gen/workshop-sdk.gen.ts";
import { isStale } from "@/api/problem.ts";
import { type Tagged, tagged } from "@/api/tagged.ts";
import { useFormat } from "@/i18n/index.tsx";
import type { Locale } from "@/i18n/locale.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { ConflictDialog } from "@/ui/conflict-dialog.tsx";
import { Plus } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Row as ActionRow, Card, Stack } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { firstLanguage, NamesLanguage, refusedLanguage } from "../names-language.tsx";
import { projectKey } from "../queries.ts";
import css from "./activities.module.css";
import { type Draft, draftKey, readDraft } from "./draft.ts";
import { type Cell, EditorRow } from "./editor-row.tsx";
import {
	columnsIn,
	emptyRow,
	type Faults,
	FIELDS,
	type FieldName,
	fromActivity,
	NAMES,
	nextCode,
	paste,
	placeOf,
	type Row,
	toActivities,
} from "./rows.ts";

interface Props {
	id: string;
	network: Tagged<ProjectNetwork>;
	/** Whether the project has a start. */
	dated: boolean;
}

/** The network as a table: one row, one activity; saved whole, in one write. */
export function NetworkEditor({ id, network, dated }: Props) {
	const { t } = useTranslation(["workshop", "common"]);
	const { locale } = useFormat();
	const queryClient = useQueryClient();
	const action = useAction();
	const table = useRef<HTMLTableElement>(null);
	const [kept] = useState(() => readDraft(id));
	const [base, setBase] = useState(kept ? kept.etag : network.etag);
	const [rows, setRows] = useState<Row[]>(
		() => kept?.rows ?? network.data.activities.map(fromActivity),
	);
	const [dirty, setDirty] = useState(kept !== undefined);
	const [restored, setRestored] = useState(dirty);
	const [estimates, setEstimates] = useState(() => rows.some((row) => row.likely !== ""));
	const [faults, setFaults] = useState<Faults>({});
	const [focus, setFocus] = useState<{ row: number; field: FieldName }>();
	const [language, setLanguage] = useState<Locale>(() =>
		firstLanguage(
			locale,
			network.data.activities.map(({ name }) => name),
		),
	);
	const all = columnsIn(language);
	const columns = all.slice(0, estimates ? all.length : 4);
	const stale = isStale(action.error);

	const adopt = (from: Tagged<ProjectNetwork>) => {
		setBase(from.etag);
		setRows(from.data.activities.map(fromActivity));
	};
	// Read again after an import or a report; what is being typed is left alone.
	if (!dirty && base !== network.etag) adopt(network);

	useEffect(() => {
		if (!focus) return;
		const wanted = `[data-cell="${focus.row}/${focus.field}"]`;
		table.current?.querySelector<HTMLInputElement>(wanted)?.focus();
		setFocus(undefined);
	}, [focus]);

	const change = (next: Row[]) => {
		setRows(next);
		setDirty(true);
		localStorage.setItem(draftKey(id), JSON.stringify({ etag: base, rows: next } satisfies Draft));
	};
	const set = (index: number, patch: Partial<Row>) =>
		change(rows.map((row, i) => (i === index ? { ...row, ...patch } : row)));
	const add = (to = NAMES[language] as FieldName) => {
		change([...rows, { ...emptyRow(), code: nextCode(rows) }]);
		setFocus({ row: rows.length, field: to });
	};
	const remove = (index: number) => {
		change(rows.filter((_, i) => i !== index));
		setFocus({ row: Math.max(0, index - 1), field: NAMES[language] });
	};
	const forget = () => {
		localStorage.removeItem(draftKey(id));
		setDirty(false);
		setRestored(false);
		setFaults({});
		action.clear();
	};
	const save = (etag: string | null, hours = network.data.working_time) => {
		const { activities, faults: found } = toActivities(rows);
		setFaults(found);
		const [first] = Object.keys(found);
		if (first) {
			const [row, name] = first.split("/");
			if (name !== "duration") setEstimates(true);
			setFocus({ row: Number(row), field: FIELDS.find((one) => one === name) ?? "code" });
			return;
		}
		void action.run(async () => {
			const saved = await tagged(
				putNetwork({
					path: { id },
					body: { activities, working_time: hours },
					headers: ifMatch(etag),
					throwOnError: true,
				}),
			).catch((failure: unknown) => {
				// A name that is refused is shown, whatever its language.
				const refused = refusedLanguage(failure);
				if (refused) setLanguage(refused);
				throw failure;
			});
			forget();
			adopt(saved);
			queryClient.setQueryData([...projectKey(id), "network"], saved);
			await queryClient.invalidateQueries({ queryKey: projectKey(id) });
			say(t("editor.saved"));
		});
	};
	const latest = () => tagged(getNetwork({ path: { id }, throwOnError: true }));
	const keepMine = async () => {
		const { etag, data } = await latest();
		save(etag, data.working_time);
	};
	const takeTheirs = async () => {
		const theirs = await latest();
		forget();
		adopt(theirs);
		queryClient.setQueryData([...projectKey(id), "network"], theirs);
		await queryClient.invalidateQueries({ queryKey: projectKey(id) });
	};

	const said: Record<string, string> = {};
	for (const [pointer, detail] of Object.entries(action.wrong)) {
		const place = placeOf(pointer);
		if (place) said[place] ??= detail;
	}
	const calendars = Object.keys(network.data.working_time.calendars ?? {});
	const wordOn = (index: number, name: Cell) => {
		const fault = faults[`${index}/${name}`];
		return fault ? t(`fault.${fault}`) : said[`${index}/${name}`];
	};
	const onKey = (event: KeyboardEvent, row: number, name: FieldName) => {
		const down = event.key === "ArrowDown" || event.key === "Enter";
		if (!down && event.key !== "ArrowUp") return;
		event.preventDefault();
		if (down && row === rows.length - 1) {
			if (event.key === "Enter") add(name);
		} else setFocus({ row: row + (down ? 1 : -1), field: name });
	};
	const onPaste = (event: ClipboardEvent, row: number, name: FieldName) => {
		const text = event.clipboardData.getData("text/plain");
		if (!/[\t\n\r]/.test(text.trimEnd())) return;
		event.preventDefault();
		change(paste(rows, row, name, text, all));
	};
	return (
		<Card
			title={t("editor.title")}
			actions={
				<ActionRow>
					<NamesLanguage value={language} onChange={setLanguage} />
					<Checkbox isSelected={estimates} onChange={setEstimates}>
						{t("editor.estimates")}
					</Checkbox>
				</ActionRow>
			}
		>
			<Stack>
				{restored && (
					<Notice tone="info" title={t("editor.restored")}>
						<div>
							<Button
								small
								onPress={() => {
									forget();
									adopt(network);
								}}
							>
								{t("editor.discard")}
							</Button>
						</div>
					</Notice>
				)}
				{action.failed && !stale && <ProblemPanel error={action.error} />}
				<p className="quiet" id="editor-help">
					{t("editor.help")}
				</p>
				<section className={css.scroll} aria-label={t("editor.title")}>
					<table ref={table} className={css.editor} aria-describedby="editor-help">
						<thead>
							<tr>
								{columns.map((name) => (
									<th key={name} scope="col" data-column={name.startsWith("name") ? "name" : name}>
										{t(`editor.${name}`)}
									</th>
								))}
								{calendars.length > 0 && <th scope="col">{t("editor.calendar")}</th>}
								<th scope="col">{t("editor.limits")}</th>
								<th scope="col">{t("editor.measure")}</th>
								<th scope="col">{t("editor.milestone")}</th>
								<th scope="col">
									<span className="visually-hidden">{t("common:action.remove")}</span>
								</th>
							</tr>
						</thead>
						<tbody>
							{rows.map((row, index) => (
								<EditorRow
									key={row.key}
									row={row}
									place={index}
									columns={columns}
									calendars={calendars}
									dated={dated}
									wordOn={(name) => wordOn(index, name)}
									saidOn={(part) => action.wrong[`/activities/${index}/measure/${part}`]}
									onChange={(patch) => set(index, patch)}
									onRemove={() => remove(index)}
									onKey={(event, name) => onKey(event, index, name)}
									onPaste={(event, name) => onPaste(event, index, name)}
								/>
							))}
						</tbody>
					</table>
				</section>
				<Actions>
					<Button
						variant="primary"
						isPending={action.busy}
						isDisabled={!dirty}
						onPress={() => save(base)}
					>
						{t("editor.save")}
					</Button>
					<Button onPress={() => add()}>
						<Plus size={16} />
						{t("editor.add")}
					</Button>
				</Actions>
			</Stack>
			{stale && (
				<ConflictDialog
					busy={action.busy}
					onKeepMine={() => void action.run(keepMine)}
					onTakeTheirs={() => void action.run(takeTheirs)}
					onClose={action.clear}
				/>
			)}
		</Card>
	);
}
