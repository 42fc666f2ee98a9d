import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import { Block, Colour, type Note, type Project } from "@/api/gen/types.gen.ts";
import { addNote, deleteNote, getCanvas, updateNote } from "@/api/gen/workshop-sdk.gen.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { Edit, Plus } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Failed, Loading } from "@/ui/states.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { ProjectFrame } from "../project-frame.tsx";
import { projectKey } from "../queries.ts";
import css from "./canvas.module.css";
import { Versions } from "./versions.tsx";

const BLOCKS = Object.values(Block);
const COLOURS = Object.values(Colour);

interface NoteDialogProps {
	id: string;
	/** The note that is changed, or nothing for a new one. */
	note: Note | undefined;
	block: Block;
	onClose: () => void;
}

/** One note: its words, its colour, and the block it lies in, which is how it is moved. */
function NoteDialog({ id, note, block: at, onClose }: NoteDialogProps) {
	const { t } = useTranslation(["workshop", "common"]);
	const queryClient = useQueryClient();
	const action = useAction();
	const [text, setText] = useState(note?.text ?? "");
	const [block, setBlock] = useState<Block>(note?.block ?? at);
	const [colour, setColour] = useState<Colour>(note?.colour ?? "yellow");
	const done = async (words: string) => {
		await queryClient.invalidateQueries({ queryKey: [...projectKey(id), "canvas"] });
		say(words);
		onClose();
	};
	const save = async () => {
		const body = { text: text.trim(), block, colour, links: note?.links ?? [] };
		if (note) {
			await updateNote({
				path: { id, note_id: note.id },
				// A note that changes its block goes to its end.
				body: { ...body, ...(block === note.block ? { order: note.order ?? null } : {}) },
				headers: ifMatch(note.version),
				throwOnError: true,
			});
		} else await addNote({ path: { id }, body, throwOnError: true });
		await done(t("saved"));
	};
	const remove = async () => {
		if (!note) return;
		await deleteNote({
			path: { id, note_id: note.id },
			headers: ifMatch(note.version),
			throwOnError: true,
		});
		await done(t("canvas.removed"));
	};
	return (
		<Dialog title={t(note ? "canvas.edit" : "canvas.add")} isOpen onClose={onClose}>
			<Form action={action} onSubmit={() => void action.run(save)}>
				<TextField
					label={t("canvas.text")}
					dir="auto"
					multiline
					value={text}
					onChange={setText}
					error={action.wrong["/text"]}
					isRequired
				/>
				<NativeSelect
					label={t(note ? "canvas.moveTo" : "canvas.block")}
					options={BLOCKS.map((one) => ({ id: one, label: t(`block.${one}`) }))}
					value={block}
					onChange={(one) => setBlock(BLOCKS.find((known) => known === one) ?? block)}
					error={action.wrong["/block"]}
				/>
				<NativeSelect
					label={t("canvas.colour")}
					options={COLOURS.map((one) => ({ id: one, label: t(`colour.${one}`) }))}
					value={colour}
					onChange={(one) => setColour(COLOURS.find((known) => known === one) ?? colour)}
					error={action.wrong["/colour"]}
				/>
				<Actions>
					<Button type="submit" variant="primary" isPending={action.busy}>
						{t("common:action.save")}
					</Button>
					{note && (
						<Button
							variant="danger"
							isDisabled={action.busy}
							onPress={() => void action.run(remove)}
						>
							{t("canvas.remove")}
						</Button>
					)}
					<Button onPress={onClose}>{t("common:action.cancel")}</Button>
				</Actions>
			</Form>
		</Dialog>
	);
}

function Board({ project }: { project: Project }) {
	const { t } = useTranslation("workshop");
	const { id, editable } = project;
	const [open, setOpen] = useState<{ note?: Note; block: Block }>();
	// Several people write at once: the board looks again every few seconds.
	const canvas = useQuery({
		queryKey: [...projectKey(id), "canvas"],
		queryFn: async ({ signal }) =>
			(await getCanvas({ path: { id }, signal, throwOnError: true })).data,
		refetchInterval: editable ? 10_000 : false,
	});
	if (canvas.isPending) return <Loading lines={8} />;
	if (canvas.isError) return <Failed error={canvas.error} onRetry={() => void canvas.refetch()} />;
	const notes = canvas.data.notes;
	return (
		<>
			<div className={css.board}>
				{BLOCKS.map((block) => (
					<section
						key={block}
						className={css.block}
						data-block={block}
						aria-label={t(`block.${block}`)}
					>
						<h2>{t(`block.${block}`)}</h2>
						<p className={css.quiet}>{t(`blockHint.${block}`)}</p>
						<ul>
							{notes
								.filter((note) => note.block === block)
								.map((note) => (
									<li key={note.id} className={css.note} data-colour={note.colour ?? "yellow"}>
										<p dir="auto">{note.text}</p>
										<div className={css.foot}>
											<span>{t(`colour.${note.colour ?? "yellow"}`)}</span>
											{note.author_name && <bdi>{note.author_name}</bdi>}
											{editable && (
												<Button
													small
													variant="quiet"
													aria-label={t("canvas.editOf", { note: note.text })}
													onPress={() => setOpen({ note, block })}
												>
													<Edit size={16} />
												</Button>
											)}
										</div>
									</li>
								))}
						</ul>
						{editable && (
							<Button
								small
								variant="quiet"
								aria-label={t("canvas.addTo", { block: t(`block.${block}`) })}
								onPress={() => setOpen({ block })}
							>
								<Plus size={16} />
								{t("canvas.add")}
							</Button>
						)}
					</section>
				))}
			</div>
			<Versions id={id} editable={editable} />
			{open && (
				<NoteDialog
					id={id}
					note={open.note}
					block={open.block}
					onClose={() => setOpen(undefined)}
				/>
			)}
		</>
	);
}

/** The collective business model of a project: twelve blocks of notes. */
export function CanvasPage() {
	return <ProjectFrame tool="canvas">{({ data }) => <Board project={data} />}</ProjectFrame>;
}
