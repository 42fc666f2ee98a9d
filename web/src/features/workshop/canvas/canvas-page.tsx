import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { Block, Note, Project } from "@/api/gen/types.gen.ts";
import { getCanvas, updateNote } from "@/api/gen/workshop-sdk.gen.ts";
import { cx } from "@/ui/cx.ts";
import { Row } from "@/ui/page.tsx";
import { Failed, Loading } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { Fold } from "../fold.tsx";
import { ProjectFrame } from "../project-frame.tsx";
import { projectKey } from "../queries.ts";
import { PrintButton, SheetHead, sheet } from "../sheet.tsx";
import { BoardBlock } from "./board-block.tsx";
import css from "./canvas.module.css";
import { BLOCKS, NoteDialog } from "./note-dialog.tsx";
import { orderBefore } from "./order.ts";
import { useTargets } from "./targets.ts";
import { useDrops } from "./use-drops.ts";
import { Versions } from "./versions.tsx";

interface BoardProps {
	project: Project;
	notes: readonly Note[];
	box: RefObject<HTMLDivElement | null>;
}

function Board({ project, notes, box }: BoardProps) {
	const { t } = useTranslation("workshop");
	const { id, editable } = project;
	const queryClient = useQueryClient();
	const action = useAction();
	const targets = useTargets(id);
	const [open, setOpen] = useState<{ note?: Note; block: Block }>();
	useDrops(box, (dragged, over, before) => {
		const note = notes.find((one) => one.id === dragged);
		const block = BLOCKS.find((one) => one === over);
		if (!note || !block) return;
		const order = orderBefore(notes, block, before, note);
		if (order === note.order && block === note.block) return;
		const { text: words, colour, links } = note;
		void action.run(async () => {
			try {
				await updateNote({
					path: { id, note_id: note.id },
					body: {
						text: words,
						block,
						order,
						...(colour ? { colour } : {}),
						...(links ? { links } : {}),
					},
					headers: ifMatch(note.version),
					throwOnError: true,
				});
				say(t("canvas.moved", { block: t(`block.${block}`) }));
			} finally {
				await queryClient.invalidateQueries({ queryKey: [...projectKey(id), "canvas"] });
			}
		});
	});
	return (
		<>
			{action.failed && <Failed error={action.error} />}
			<div className={cx(css.board, sheet)} ref={box}>
				<SheetHead project={project} />
				{BLOCKS.map((block) => (
					<BoardBlock
						key={block}
						block={block}
						notes={notes.filter((note) => note.block === block)}
						editable={editable}
						nameOf={targets.nameOf}
						onOpen={(note) => setOpen(note ? { note, block } : { block })}
					/>
				))}
			</div>
			{open && (
				<NoteDialog
					key={open.note?.id ?? open.block}
					id={id}
					note={open.note}
					block={open.block}
					notes={notes}
					targets={targets}
					onClose={() => setOpen(undefined)}
				/>
			)}
		</>
	);
}

function Canvas({ project }: { project: Project }) {
	const { t } = useTranslation("workshop");
	const { id, editable } = project;
	const box = useRef<HTMLDivElement>(null);
	// Several people write at once: the board looks again every few seconds.
	const canvas = useQuery({
		queryKey: [...projectKey(id), "canvas"],
		queryFn: async ({ signal }) =>
			(await getCanvas({ path: { id }, signal, throwOnError: true })).data,
		refetchInterval: editable ? 10_000 : false,
	});
	if (canvas.isPending) return <Loading lines={8} />;
	if (canvas.isError) return <Failed error={canvas.error} onRetry={() => void canvas.refetch()} />;
	return (
		<>
			<Row>
				<PrintButton>{t("canvas.print")}</PrintButton>
				{editable && <p className={css.quiet}>{t("canvas.help")}</p>}
			</Row>
			<Board project={project} notes={canvas.data.notes} box={box} />
			<Fold title={t("compare.title")}>
				<Versions id={id} editable={editable} />
			</Fold>
		</>
	);
}

/** The collective business model of a project: twelve blocks of notes. */
export function CanvasPage() {
	return <ProjectFrame tool="canvas">{({ data }) => <Canvas project={data} />}</ProjectFrame>;
}
