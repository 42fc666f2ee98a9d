import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Block, Note } from "@/api/gen/types.gen.ts";
import { Button } from "@/ui/button.tsx";
import { ChevronDown, Edit, Plus } from "@/ui/icons.tsx";
import { useNarrow } from "../fold.tsx";
import css from "./canvas.module.css";

interface Props {
	block: Block;
	/** The notes of the block, in their order. */
	notes: readonly Note[];
	editable: boolean;
	/** What a note is linked to, in words. */
	nameOf: (target: string) => string;
	/** A note to be changed, or a new one. */
	onOpen: (note?: Note) => void;
}

/** One block of the board with its notes; on a phone its name and their number open and close it. */
export function BoardBlock({ block, notes, editable, nameOf, onOpen }: Props) {
	const { t } = useTranslation("workshop");
	const id = useId();
	const narrow = useNarrow();
	const [shown, setShown] = useState(false);
	const name = t(`block.${block}`);
	return (
		<section className={css.block} data-block={block} aria-label={name}>
			<h2>
				{narrow ? (
					<button
						type="button"
						className={css.opener}
						aria-expanded={shown}
						aria-controls={id}
						onClick={() => setShown(!shown)}
					>
						<span>{name}</span>
						<span className={css.quiet}>{t("canvas.count", { count: notes.length })}</span>
						<ChevronDown size={16} />
					</button>
				) : (
					name
				)}
			</h2>
			<div id={id} className={css.inside} data-folded={(narrow && !shown) || undefined}>
				<p className={css.quiet}>{t(`blockHint.${block}`)}</p>
				<ul>
					{notes.map((note) => (
						<li
							key={note.id}
							className={css.note}
							data-colour={note.colour ?? "yellow"}
							data-note={note.id}
							draggable={editable}
						>
							<p dir="auto">{note.text}</p>
							{(note.links ?? []).map((link) => (
								<p key={link.id} className={css.link}>
									<bdi>{nameOf(link.id)}</bdi>
								</p>
							))}
							<div className={css.foot}>
								<span>{t(`colour.${note.colour ?? "yellow"}`)}</span>
								{note.author_name && <bdi>{note.author_name}</bdi>}
								{editable && (
									<Button
										small
										variant="quiet"
										aria-label={t("canvas.editOf", { note: note.text })}
										onPress={() => onOpen(note)}
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
						aria-label={t("canvas.addTo", { block: name })}
						onPress={() => onOpen()}
					>
						<Plus size={16} />
						{t("canvas.add")}
					</Button>
				)}
			</div>
		</section>
	);
}
