import { type DragEvent, useRef } from "react";

const standAt = ({ target }: DragEvent) =>
	target instanceof Element ? target.closest<SVGElement>("[data-stand]") : null;

/**
 * An application dragged with a mouse and let go over a stand of the drawing. The form beside does the same without a mouse.
 */
export function useDrop(onDrop: (application: string, stand: string) => void) {
	const dragged = useRef<string>(undefined);
	const over = useRef<SVGElement>(undefined);
	const mark = (stand: SVGElement | null) => {
		over.current?.removeAttribute("data-over");
		stand?.setAttribute("data-over", "");
		over.current = stand ?? undefined;
	};
	return {
		/** For each application that can be dragged. */
		source: (application: string) => ({
			draggable: true,
			onDragStart: (event: DragEvent) => {
				dragged.current = application;
				event.dataTransfer.setData("text/plain", application);
				event.dataTransfer.effectAllowed = "move";
			},
			onDragEnd: () => {
				dragged.current = undefined;
				mark(null);
			},
		}),
		/** For what is around the drawing. */
		target: {
			onDragOver: (event: DragEvent) => {
				const stand = standAt(event);
				if (!dragged.current || !stand) {
					mark(null);
					return;
				}
				event.preventDefault();
				mark(stand);
			},
			onDrop: (event: DragEvent) => {
				const stand = standAt(event)?.dataset.stand;
				if (!dragged.current || !stand) return;
				event.preventDefault();
				onDrop(dragged.current, stand);
			},
		},
	};
}
