import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import { Block, Colour, type Note } from "@/api/gen/types.gen.ts";
import { addNote, deleteNote, updateNote } from "@/api/gen/workshop-sdk.gen.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { Cross } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { Overtaken, wasOvertaken } from "../overtaken.tsx";
import { projectKey } from "../queries.ts";
import css from "./canvas.module.css";
import type { Targets } from "./targets.ts";

export const BLOCKS = Object.values(Block);
const COLOURS = Object.values(Colour);

interface NoteDialogProps {
	id: string;
	/** The note that is changed, or nothing for a new one. */
	note: Note | undefined;
	block: Block;
	/** All notes there are now. */
	notes: readonly Note[];
	targets: Targets;
	onClose: () => void;
}

/** One note: its words, its colour, what it points at, and its block, which is how it is moved without a mouse. */
export function NoteDialog(props: NoteDialogProps) {
	const { t } = useTranslation(["workshop", "common"]);
	const { id, note, block: at, notes, targets, onClose } = props;
	const queryClient = useQueryClient();
	const action = useAction();
	const [text, setText] = useState(note?.text ?? "");
	const [block, setBlock] = useState<Block>(note?.block ?? at);
	const [colour, setColour] = useState<Colour>(note?.colour ?? "yellow");
	const [links, setLinks] = useState(note?.links ?? []);
	const lost = note && wasOvertaken(action.error);
	const current = notes.find((one) => one.id === note?.id);
	const run = async (work: () => Promise<unknown>, words: string) => {
		const done = await action.run(async () => {
			try {
				await work();
			} finally {
				// Also after a refusal: what others have made of it is read before it is shown.
				await queryClient.invalidateQueries({ queryKey: [...projectKey(id), "canvas"] });
			}
		});
		if (!done) return;
		say(words);
		onClose();
	};
	const save = () =>
		run(async () => {
			const body = { text: text.trim(), block, colour, links };
			if (!note || (lost && !current)) {
				await addNote({ path: { id }, body, throwOnError: true });
				return;
			}
			await updateNote({
				path: { id, note_id: note.id },
				// A note that changes its block goes to its end.
				body: { ...body, ...(block === note.block ? { order: note.order ?? null } : {}) },
				headers: ifMatch(lost && current ? current.version : note.version),
				throwOnError: true,
			});
		}, t("saved"));
	const remove = () =>
		run(async () => {
			if (!current) return;
			await deleteNote({
				path: { id, note_id: current.id },
				headers: ifMatch(current.version),
				throwOnError: true,
			});
		}, t("canvas.removed"));
	return (
		<Dialog title={t(note ? "canvas.edit" : "canvas.add")} isOpen onClose={onClose}>
			<Form
				action={lost ? { failed: false, error: undefined } : action}
				onSubmit={() => void save()}
			>
				{lost && <Overtaken theirs={current?.text} />}
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
				<NativeSelect
					label={t("canvas.link")}
					hint={t("canvas.linkHint")}
					empty={t("portfolio.choose")}
					options={targets.all.filter(({ id: one }) => !links.some((link) => link.id === one))}
					value={null}
					onChange={(chosen) => {
						const target = targets.all.find(({ id: one }) => one === chosen);
						if (target) setLinks([...links, { kind: target.kind, id: target.id }]);
					}}
					error={action.wrong["/links"]}
				/>
				{links.length > 0 && (
					<ul className={css.links}>
						{links.map((link) => (
							<li key={link.id}>
								<bdi>{targets.nameOf(link.id)}</bdi>
								<Button
									small
									variant="quiet"
									aria-label={t("canvas.unlink", { what: targets.nameOf(link.id) })}
									onPress={() => setLinks(links.filter((one) => one.id !== link.id))}
								>
									<Cross size={16} />
								</Button>
							</li>
						))}
					</ul>
				)}
				<Actions>
					<Button type="submit" variant="primary" isPending={action.busy}>
						{t("common:action.save")}
					</Button>
					{note && (
						<Button variant="danger" isDisabled={action.busy} onPress={() => void remove()}>
							{t("canvas.remove")}
						</Button>
					)}
					<Button onPress={onClose}>{t("common:action.cancel")}</Button>
				</Actions>
			</Form>
		</Dialog>
	);
}
