import { type RefObject, useEffect, useRef } from "react";

/**
 * Notes dragged with a mouse: told which note was let go over which block, and before which note of it.
 * Without a mouse a note is moved in its dialog.
 */
export function useDrops(
	box: RefObject<HTMLElement | null>,
	onDrop: (note: string, block: string, before: string | undefined) => void,
) {
	const latest = useRef(onDrop);
	latest.current = onDrop;
	useEffect(() => {
		const board = box.current;
		if (!board) return;
		let dragged: string | undefined;
		const at = ({ target }: Event, what: string) =>
			target instanceof Element ? target.closest<HTMLElement>(`[data-${what}]`) : null;
		const mark = (block: HTMLElement | null) => {
			for (const one of board.querySelectorAll("[data-over]")) one.removeAttribute("data-over");
			block?.setAttribute("data-over", "");
		};
		const start = (event: DragEvent) => {
			dragged = at(event, "note")?.dataset.note;
			event.dataTransfer?.setData("text/plain", dragged ?? "");
		};
		const over = (event: DragEvent) => {
			const block = at(event, "block");
			if (!dragged || !block) return;
			event.preventDefault();
			mark(block);
		};
		const drop = (event: DragEvent) => {
			const block = at(event, "block")?.dataset.block;
			if (!dragged || !block) return;
			event.preventDefault();
			const before = at(event, "note")?.dataset.note;
			if (before !== dragged) latest.current(dragged, block, before);
		};
		const end = () => {
			dragged = undefined;
			mark(null);
		};
		board.addEventListener("dragstart", start);
		board.addEventListener("dragover", over);
		board.addEventListener("drop", drop);
		board.addEventListener("dragend", end);
		return () => {
			board.removeEventListener("dragstart", start);
			board.removeEventListener("dragover", over);
			board.removeEventListener("drop", drop);
			board.removeEventListener("dragend", end);
		};
	}, [box]);
}
