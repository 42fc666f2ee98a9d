import { type KeyboardEvent, useRef, useState } from "react";
import { ARROWS, type Drag, type Under } from "../drawing/gesture.ts";
import { between, boundsOf, rectangle, snap, snapPoint, withCorner } from "../shape/geometry.ts";
import type { Plan, Point, Polygon } from "../shape/plan.ts";
import { type Key, keysOf, outlineOf, refOf } from "../shape/refs.ts";
import {
	added,
	copied,
	type Drawn,
	movedBy,
	withEntrance,
	withOutline,
	without,
} from "./changes.ts";
import type { Editor } from "./use-editor.ts";

export const TOOLS = ["choose", "hall", "aisle", "stand", "quarter", "entrance"] as const;
export type Tool = (typeof TOOLS)[number];
export const GRIDS = [10, 50, 100] as const;

const drawnBy = (tool: Tool): Drawn | null =>
	tool === "choose" || tool === "entrance" ? null : tool;

/** What the pointer and the keys do on the sheet, by the tool that is taken up. */
export function useTools(editor: Editor) {
	const [tool, setTool] = useState<Tool>("choose");
	/** Corner by corner rather than as a rectangle. */
	const [corners, setCorners] = useState(false);
	const [grid, setGrid] = useState<number>(50);
	/** The plan while something is dragged. */
	const [ghost, setGhost] = useState<Plan | null>(null);
	/** What is being drawn. */
	const [draft, setDraft] = useState<readonly Point[]>([]);
	const { plan, chosen } = editor;
	/** A field that is left when the pointer goes down may still change it. */
	const latest = useRef(plan);
	latest.current = plan;

	const take = (next: Tool) => {
		setTool(next);
		setDraft([]);
		setGhost(null);
	};
	const finish = (polygon: Polygon) => {
		const kind = drawnBy(tool);
		setDraft([]);
		if (kind && polygon.length > 2) editor.take(added(plan, kind, polygon));
	};

	/** Changes the plan while the pointer goes, and for good when it is let go. */
	const changing = (start: Point, changed: (dx: number, dy: number) => Plan): Drag => {
		let next: Plan | null = null;
		let last = "";
		return {
			move: ({ x, y }) => {
				const [dx, dy] = [snap(x - start.x, grid), snap(y - start.y, grid)];
				if (last === `${dx} ${dy}`) return;
				last = `${dx} ${dy}`;
				next = changed(dx, dy);
				setGhost(next);
			},
			end: () => {
				setGhost(null);
				if (next) editor.change(next);
			},
			cancel: () => setGhost(null),
		};
	};
	const dragChosen = (keys: readonly Key[], start: Point): Drag =>
		changing(start, (dx, dy) => movedBy(latest.current, keys, dx, dy));
	const dragCorner = (handle: number, start: Point): Drag | undefined => {
		const ref = refOf(chosen[0] ?? "");
		const outline = ref && outlineOf(plan, ref);
		const corner = outline?.[handle];
		if (!ref || !outline || !corner) return undefined;
		return changing(start, (dx, dy) => {
			const to = snapPoint({ x: corner.x + dx, y: corner.y + dy }, grid);
			return withOutline(latest.current, ref, withCorner(outline, handle, to));
		});
	};
	const drawRectangle = (from: Point): Drag => {
		const start = snapPoint(from, grid);
		let box = between(start, start);
		return {
			move: (at) => {
				box = between(start, snapPoint(at, grid));
				setDraft(rectangle(box));
			},
			end: () => (box.width > 0 && box.depth > 0 ? finish(rectangle(box)) : setDraft([])),
			cancel: () => setDraft([]),
		};
	};
	const addCorner = (point: Point) => {
		const at = snapPoint(point, grid);
		const first = draft[0];
		if (first && first.x === at.x && first.y === at.y) finish(draft);
		else setDraft([...draft, at]);
	};
	/** Does its work when the pointer is let go where it went down. */
	const press = (work: () => void): Drag => ({
		move: () => undefined,
		end: work,
		cancel: () => undefined,
	});

	const onDown = ({ point, key, handle, more }: Under): Drag | undefined => {
		if (tool === "entrance")
			return press(() => editor.take(withEntrance(plan, snapPoint(point, grid))));
		if (tool !== "choose") return corners ? press(() => addCorner(point)) : drawRectangle(point);
		if (handle !== null) return dragCorner(handle, point);
		if (!key) return undefined;
		if (more) return press(() => editor.toggle(key));
		if (chosen.includes(key)) return dragChosen(chosen, point);
		// The ground is for moving the sheet: a hall or an aisle is pressed first.
		const kind = refOf(key)?.kind;
		if (kind === "hall" || kind === "aisle") return undefined;
		editor.choose([key]);
		return dragChosen([key], point);
	};

	const remove = () => editor.take({ plan: without(plan, chosen), chosen: [] });
	/** Beside the things themselves, so that the copies do not hide them. */
	const duplicate = () => {
		const box = boundsOf(
			chosen.flatMap((key) => {
				const ref = refOf(key);
				return ref ? [...(outlineOf(plan, ref) ?? [])] : [];
			}),
		);
		if (box) editor.take(copied(plan, chosen, box.width, 0));
	};
	const onKey = (event: KeyboardEvent): boolean => {
		const { key, shiftKey } = event;
		const arrow = ARROWS[key];
		if (event.ctrlKey || event.metaKey) {
			const letter = key.toLowerCase();
			if (letter === "z" && !shiftKey) editor.undo();
			else if (letter === "y" || letter === "z") editor.redo();
			else if (letter === "d") duplicate();
			else if (letter === "a") editor.choose(keysOf(plan, "stand"));
			else return false;
			return true;
		}
		if (arrow && chosen.length > 0) {
			const far = (shiftKey ? 10 : 1) * grid;
			editor.change(movedBy(plan, chosen, arrow[0] * far, arrow[1] * far), `nudge ${chosen}`);
			return true;
		}
		if ((key === "Delete" || key === "Backspace") && chosen.length > 0) remove();
		else if (key === "Enter" && draft.length > 2) finish(draft);
		else if (key === "Escape" && (draft.length > 0 || tool !== "choose")) take("choose");
		else if (key === "Escape" && chosen.length > 0) editor.choose([]);
		else return false;
		return true;
	};
	return {
		tool,
		take,
		corners,
		setCorners,
		grid,
		setGrid,
		draft,
		shown: ghost ?? plan,
		onDown,
		onKey,
		onPress: (key: Key | null) => editor.choose(key ? [key] : []),
		remove,
		duplicate,
	};
}

export type Tools = ReturnType<typeof useTools>;
