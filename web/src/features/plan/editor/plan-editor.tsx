import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import { publishEventPlan, putEventPlan } from "@/api/gen/workshop-sdk.gen.ts";
import { isStale } from "@/api/problem.ts";
import { type Tagged, tagged } from "@/api/tagged.ts";
import { Button } from "@/ui/button.tsx";
import { FileButton } from "@/ui/file-button.tsx";
import { Card, Stack } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { Resumed } from "@/ui/resumed.tsx";
import { Failed } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useView } from "../drawing/use-view.ts";
import { type Drawn, drawnOf, planKey, planQuery } from "../queries.ts";
import { toldOf, wrongIn } from "../shape/faults.ts";
import { boundsOf } from "../shape/geometry.ts";
import { noPlan, sentOf } from "../shape/plan.ts";
import { entranceOf, type Key, outlineOf, refOf } from "../shape/refs.ts";
import { AddForm } from "./add-form.tsx";
import css from "./editor.module.css";
import { Problems } from "./problems.tsx";
import { Properties } from "./properties.tsx";
import { boxesOf, type Rows, withRows } from "./rows.ts";
import { firstRows, RowsForm } from "./rows-form.tsx";
import { Sheet } from "./sheet.tsx";
import { Things } from "./things.tsx";
import { Toolbar } from "./toolbar.tsx";
import { useCheck } from "./use-check.ts";
import { useEditor } from "./use-editor.ts";
import { useTools } from "./use-tools.ts";

const ConflictDialog = lazy(async () => ({
	default: (await import("@/ui/conflict-dialog.tsx")).ConflictDialog,
}));
const ImportDialog = lazy(async () => ({
	default: (await import("./import-dialog.tsx")).ImportDialog,
}));
const NumbersDialog = lazy(async () => ({
	default: (await import("./numbers-dialog.tsx")).NumbersDialog,
}));

/** What a plan that was never written starts from. */
const NONE = 0;

const startOf = (found: Tagged<Drawn> | null) =>
	found ? { from: found.etag, plan: found.data.plan } : { from: NONE, plan: noPlan };

/** The plan under work, with everything that is done to it. */
export function PlanEditor({ event, found }: { event: string; found: Tagged<Drawn> | null }) {
	const { t } = useTranslation(["plan", "common"]);
	const queryClient = useQueryClient();
	const saving = useAction();
	const publishing = useAction();
	const editor = useEditor(event, startOf(found));
	const tools = useTools(editor);
	const seen = useView(editor.plan);
	const check = useCheck(event, editor.plan);
	const [ownRows, setRows] = useState<Rows>();
	// Until somebody says otherwise, and when that hall is gone, from the corner of the first.
	const rows = ownRows && editor.plan.halls[ownRows.hall] ? ownRows : firstRows(editor.plan);
	const [showRows, setShowRows] = useState(false);
	const [dialog, setDialog] = useState<"numbers" | "import">();
	const faults = check.data ?? [];
	const wrong = useMemo(() => wrongIn(check.data ?? []), [check.data]);
	const told = useMemo(() => toldOf(check.data ?? []), [check.data]);
	const said = useMemo(() => {
		const words: Record<string, string> = {};
		for (const { pointer, detail, severity } of check.data ?? [])
			if (severity === "error") words[pointer] ??= detail;
		return { ...words, ...saving.wrong };
	}, [check.data, saving.wrong]);
	const published = !!found?.data.told.published_at;

	const take = (saved: Tagged<Drawn>) => queryClient.setQueryData(planQuery(event).queryKey, saved);
	const write = (over: string | number | null) =>
		void saving.run(async () => {
			const { plan } = editor;
			const saved = drawnOf(
				await tagged(
					putEventPlan({
						path: { id: event },
						headers: ifMatch(over),
						body: sentOf(plan),
						throwOnError: true,
					}),
				),
			);
			// What was sent is what is kept: the work goes on from the very same plan.
			take({ ...saved, data: { ...saved.data, plan } });
			editor.savedAs(saved.etag);
			void queryClient.invalidateQueries({ queryKey: [...planKey(event), "stands"] });
			say(t("editor.saved"));
		});
	const takeTheirs = async () => {
		const theirs = await queryClient.fetchQuery({ ...planQuery(event), staleTime: 0 });
		editor.restart(startOf(theirs));
		seen.fit();
		saving.clear();
		say(t("common:conflict.taken"));
	};
	const publish = () =>
		void publishing.run(async () => {
			const saved = drawnOf(
				await tagged(
					publishEventPlan({
						path: { id: event },
						body: { published: !published },
						throwOnError: true,
					}),
				),
			);
			take({ ...saved, data: { ...saved.data, plan: editor.plan } });
			editor.savedAs(saved.etag);
			say(t(published ? "editor.withdrawn" : "editor.published"));
		});
	const goTo = (key: Key) => {
		const ref = refOf(key);
		const entrance = ref && entranceOf(editor.plan, ref);
		const box = boundsOf(entrance ? [entrance] : ((ref && outlineOf(editor.plan, ref)) ?? []));
		editor.choose([key]);
		if (box) seen.reveal(box);
	};
	const addRows = () => {
		editor.take(withRows(editor.plan, rows));
		// The next ones below.
		setRows({ ...rows, y: rows.y + rows.rows * (rows.depth + rows.between) });
	};
	return (
		<Stack>
			{editor.restored && editor.isDirty && (
				<Resumed onRestart={() => editor.restart(startOf(found))} />
			)}
			{saving.failed && <ProblemPanel error={saving.error} />}
			{publishing.failed && <ProblemPanel error={publishing.error} />}
			<div className={css.bar}>
				<Button variant="primary" isPending={saving.busy} onPress={() => write(editor.from)}>
					{t("common:action.save")}
				</Button>
				<Button isPending={publishing.busy} isDisabled={!found || editor.isDirty} onPress={publish}>
					{t(published ? "editor.withdraw" : "editor.publish")}
				</Button>
				<Button onPress={() => setDialog("numbers")} isDisabled={editor.plan.stands.length === 0}>
					{t("numbers.title")}
				</Button>
				<Button onPress={() => setDialog("import")}>{t("import.title")}</Button>
				{found && (
					<FileButton
						path={`/api/v1/events/${event}/plan/geojson`}
						name="plan.geojson"
						accept="application/geo+json"
					>
						{t("editor.geojson")}
					</FileButton>
				)}
				<span className="quiet" role="status">
					{t(
						editor.isDirty ? "editor.unsaved" : published ? "editor.isPublic" : "editor.isPrivate",
					)}
				</span>
			</div>
			<div className={css.columns}>
				<Stack>
					<Card title={t("editor.drawing")}>
						<Toolbar editor={editor} tools={tools} />
						<div className={css.drawing}>
							<Sheet
								editor={editor}
								tools={tools}
								seen={seen}
								wrong={wrong}
								coming={showRows && rows.count * rows.rows <= 500 ? boxesOf(rows) : []}
							/>
						</div>
					</Card>
					{check.isError ? (
						<Failed error={check.error} onRetry={() => void check.refetch()} />
					) : (
						<Problems
							plan={editor.plan}
							faults={faults}
							onGo={goTo}
							onNumber={() => setDialog("numbers")}
						/>
					)}
					<Things editor={editor} told={told} onShow={goTo} />
				</Stack>
				<Stack>
					<Properties editor={editor} said={said} />
					<RowsForm
						plan={editor.plan}
						rows={rows}
						onChange={setRows}
						onAdd={addRows}
						onShow={setShowRows}
					/>
					<AddForm editor={editor} />
				</Stack>
			</div>
			<Suspense>
				{dialog === "numbers" && (
					<NumbersDialog
						plan={editor.plan}
						onNumbered={(plan) => editor.change(plan)}
						onClose={() => setDialog(undefined)}
					/>
				)}
				{dialog === "import" && (
					<ImportDialog
						onTaken={(plan) => {
							editor.take({ plan, chosen: [] });
							seen.fit();
						}}
						onClose={() => setDialog(undefined)}
					/>
				)}
				{isStale(saving.error) && (
					<ConflictDialog
						busy={saving.busy}
						onKeepMine={() => write("*")}
						onTakeTheirs={() => void takeTheirs()}
						onClose={saving.clear}
					/>
				)}
			</Suspense>
		</Stack>
	);
}
