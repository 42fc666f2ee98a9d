import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Note } from "@/api/gen/types.gen.ts";
import {
	compareCanvasVersions,
	listCanvasVersions,
	nameCanvasVersion,
} from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Form } from "@/ui/form.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Card, Row } from "@/ui/page.tsx";
import { Failed, Loading } from "@/ui/states.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { projectKey } from "../queries.ts";
import css from "./canvas.module.css";
import { VersionDialog } from "./version-dialog.tsx";

interface Changed {
	note: Note;
	/** What it was, of one that is still there. */
	before?: Note;
}

function Comparison({ id, from, to }: { id: string; from: number; to: number | null }) {
	const { t } = useTranslation("workshop");
	const found = useQuery({
		queryKey: [...projectKey(id), "canvas", "comparison", from, to],
		queryFn: async ({ signal }) =>
			(
				await compareCanvasVersions({
					path: { id },
					query: { from, ...(to === null ? {} : { to }) },
					signal,
					throwOnError: true,
				})
			).data,
	});
	if (found.isPending) return <Loading />;
	if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
	const { added, removed, changed, unchanged } = found.data;
	const list = (kind: "added" | "removed" | "changed", notes: readonly Changed[]) =>
		notes.map(({ note, before }) => (
			<li key={`${kind}-${note.id}`} data-kind={kind}>
				<b>{t(`compare.${kind}`)}</b> <span dir="auto">{note.text}</span>{" "}
				<span className={css.quiet}>
					{before && before.block !== note.block
						? t("compare.moved", { from: t(`block.${before.block}`), to: t(`block.${note.block}`) })
						: t(`block.${note.block}`)}
				</span>
				{before && before.text !== note.text && (
					<p className={css.before}>
						{t("compare.before")} <del dir="auto">{before.text}</del>
					</p>
				)}
			</li>
		));
	return (
		<>
			<ul className={css.changes}>
				{list(
					"added",
					added.map((note) => ({ note })),
				)}
				{list(
					"removed",
					removed.map((note) => ({ note })),
				)}
				{list(
					"changed",
					changed.map(({ after, before }) => ({ note: after, before })),
				)}
			</ul>
			<p className={css.quiet}>{t("compare.unchanged", { count: unchanged })}</p>
		</>
	);
}

/** Named versions of the board, and what has changed since one of them. */
export function Versions({ id, editable }: { id: string; editable: boolean }) {
	const { t } = useTranslation("workshop");
	const { dateTime } = useFormat();
	const queryClient = useQueryClient();
	const action = useAction();
	const [name, setName] = useState("");
	const [from, setFrom] = useState<string | null>(null);
	const [to, setTo] = useState<string | null>(null);
	const [shown, setShown] = useState(false);
	const key = [...projectKey(id), "canvas-versions"];
	const versions = useQuery({
		queryKey: key,
		queryFn: async ({ signal }) =>
			(await listCanvasVersions({ path: { id }, signal, throwOnError: true })).data.items,
	});
	const options = (versions.data ?? []).map((one) => ({
		id: String(one.number),
		label: t("compare.version", { name: one.name, at: dateTime(one.at) }),
	}));
	const chosen = versions.data?.find(({ number }) => String(number) === from);
	const keep = () =>
		action.run(async () => {
			await nameCanvasVersion({ path: { id }, body: { name: name.trim() }, throwOnError: true });
			await queryClient.invalidateQueries({ queryKey: key });
			setName("");
			say(t("compare.kept"));
		});
	return (
		<Card title={t("compare.title")}>
			{versions.isError && (
				<Failed error={versions.error} onRetry={() => void versions.refetch()} />
			)}
			{versions.data?.length === 0 && <p className={css.quiet}>{t("compare.none")}</p>}
			{versions.data && versions.data.length > 0 && (
				<div className={css.pair}>
					<NativeSelect
						label={t("compare.since")}
						empty={t("compare.choose")}
						options={options}
						value={from}
						onChange={setFrom}
					/>
					<NativeSelect
						label={t("compare.until")}
						empty={t("compare.today")}
						options={options}
						value={to}
						onChange={setTo}
					/>
				</div>
			)}
			{chosen && (
				<Row>
					<Button small variant="quiet" onPress={() => setShown(true)}>
						{t("compare.show", { name: chosen.name })}
					</Button>
				</Row>
			)}
			{chosen && shown && (
				<VersionDialog
					id={id}
					number={chosen.number}
					title={t("compare.version", { name: chosen.name, at: dateTime(chosen.at) })}
					onClose={() => setShown(false)}
				/>
			)}
			{from && <Comparison id={id} from={Number(from)} to={to ? Number(to) : null} />}
			{editable && (
				<Form action={action} onSubmit={() => void keep()}>
					<TextField
						label={t("compare.name")}
						hint={t("compare.nameHint")}
						dir="auto"
						value={name}
						onChange={setName}
						error={action.wrong["/name"]}
					/>
					<Actions>
						<Button type="submit" isPending={action.busy} isDisabled={!name.trim()}>
							{t("compare.keep")}
						</Button>
					</Actions>
				</Form>
			)}
		</Card>
	);
}
