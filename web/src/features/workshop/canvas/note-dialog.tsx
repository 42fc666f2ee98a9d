import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Block, Colour, type Note } from "@/api/gen/types.gen.ts";
import { addNote, deleteNote, updateNote } from "@/api/gen/workshop-sdk.gen.ts";
import { Button } from "@/ui/button.tsx";
import { Cross } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { CardDialog, useCard } from "../card-dialog.tsx";
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
	const { t } = useTranslation("workshop");
	const { id, note, block: at, notes, targets, onClose } = props;
	const [text, setText] = useState(note?.text ?? "");
	const [block, setBlock] = useState<Block>(note?.block ?? at);
	const [colour, setColour] = useState<Colour>(note?.colour ?? "yellow");
	const [links, setLinks] = useState(note?.links ?? []);
	const body = { text: text.trim(), block, colour, links };
	const state = useCard({
		list: [...projectKey(id), "canvas"],
		card: note,
		cards: notes,
		add: () => addNote({ path: { id }, body, throwOnError: true }),
		update: (one, headers) =>
			updateNote({
				path: { id, note_id: one.id },
				// A note that changes its block goes to its end.
				body: { ...body, ...(block === one.block ? { order: one.order ?? null } : {}) },
				headers,
				throwOnError: true,
			}),
		remove: (one, headers) =>
			deleteNote({ path: { id, note_id: one.id }, headers, throwOnError: true }),
		removed: t("canvas.removed"),
		onClose,
	});
	const { wrong } = state.action;
	return (
		<CardDialog
			state={state}
			title={t(note ? "canvas.edit" : "canvas.add")}
			removal={t("canvas.remove")}
			onRemove={() => void state.discard()}
		>
			<TextField
				label={t("canvas.text")}
				dir="auto"
				multiline
				value={text}
				onChange={setText}
				error={wrong["/text"]}
				isRequired
			/>
			<NativeSelect
				label={t(note ? "canvas.moveTo" : "canvas.block")}
				options={BLOCKS.map((one) => ({ id: one, label: t(`block.${one}`) }))}
				value={block}
				onChange={(one) => setBlock(BLOCKS.find((known) => known === one) ?? block)}
				error={wrong["/block"]}
			/>
			<NativeSelect
				label={t("canvas.colour")}
				options={COLOURS.map((one) => ({ id: one, label: t(`colour.${one}`) }))}
				value={colour}
				onChange={(one) => setColour(COLOURS.find((known) => known === one) ?? colour)}
				error={wrong["/colour"]}
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
				error={wrong["/links"]}
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
		</CardDialog>
	);
}
