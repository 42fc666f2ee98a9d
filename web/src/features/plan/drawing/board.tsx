import {
	type KeyboardEvent,
	type PointerEvent,
	type ReactNode,
	useEffect,
	useId,
	useRef,
} from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/ui/button.tsx";
import { Minus, Plus } from "@/ui/icons.tsx";
import type { Point } from "../shape/plan.ts";
import type { Key } from "../shape/refs.ts";
import css from "./drawing.module.css";
import { ARROWS, type Drag, type Under } from "./gesture.ts";
import { useSize } from "./use-size.ts";
import type { Seen } from "./use-view.ts";

/** Pixels a finger trembles. */
const TREMBLE = 4;

interface Props {
	/** What is drawn, and where the same is said in words. */
	label: string;
	seen: Seen;
	/** Pressed without moving: a thing, or the ground. */
	onPress?: (key: Key | null) => void;
	/** The pointer goes down: what it drags, or nothing to pan. */
	onDown?: (under: Under) => Drag | undefined;
	onHover?: (point: Point) => void;
	/** A key the board has no use for itself; whether it was taken. */
	onKey?: (event: KeyboardEvent) => boolean;
	/** Words under the drawing: how it is used. */
	hint: string;
	/** It is drawn on: a finger does not scroll the page there. */
	drawnOn?: boolean;
	/** Pixels of a centimetre are told to what is drawn. */
	children: (scale: number) => ReactNode;
}

const keyOf = (target: EventTarget | null) =>
	target instanceof Element
		? (target.closest<SVGElement>("[data-key]")?.dataset.key ?? null)
		: null;

const handleOf = (target: EventTarget | null) => {
	const name =
		target instanceof Element ? target.closest<SVGElement>("[data-handle]")?.dataset.handle : null;
	return name == null ? null : Number(name);
};

/** A sheet to look at and to draw on: never mirrored, moved and brought nearer by pointer, wheel, keys and buttons. */
export function Board(props: Props) {
	const { label, seen, onPress, onDown, onHover, onKey, hint, drawnOn, children } = props;
	const { t } = useTranslation("plan");
	const id = useId();
	const svg = useRef<SVGSVGElement>(null);
	const frame = useRef<HTMLElement>(null);
	const size = useSize(svg);
	const { view } = seen;
	const scale = Math.min(size.width / view.width, size.height / view.depth);
	const held = useRef<{ x: number; y: number; moved: boolean; drag: Drag | undefined }>(undefined);

	const pointAt = (event: { clientX: number; clientY: number }): Point => {
		const matrix = svg.current?.getScreenCTM();
		if (!matrix) return { x: 0, y: 0 };
		const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
		return { x, y };
	};
	const wheel = useRef<(event: WheelEvent) => void>(undefined);
	wheel.current = (event) => {
		// A page scrolls past a plan; whoever works on it, or pinches, brings it nearer.
		if (!event.ctrlKey && !frame.current?.contains(document.activeElement)) return;
		event.preventDefault();
		if (event.deltaY < 0) seen.nearer(pointAt(event));
		else if (event.deltaY > 0) seen.farther(pointAt(event));
	};
	useEffect(() => {
		const drawing = svg.current;
		const listen = (event: WheelEvent) => wheel.current?.(event);
		drawing?.addEventListener("wheel", listen, { passive: false });
		return () => drawing?.removeEventListener("wheel", listen);
	}, []);

	const down = (event: PointerEvent<SVGSVGElement>) => {
		if (event.button !== 0) return;
		const drag = onDown?.({
			point: pointAt(event),
			key: keyOf(event.target),
			handle: handleOf(event.target),
			more: event.shiftKey || event.ctrlKey || event.metaKey,
		});
		held.current = { x: event.clientX, y: event.clientY, moved: false, drag };
	};
	const move = (event: PointerEvent<SVGSVGElement>) => {
		const now = held.current;
		if (!now) {
			onHover?.(pointAt(event));
			return;
		}
		const [dx, dy] = [event.clientX - now.x, event.clientY - now.y];
		if (!now.moved && Math.hypot(dx, dy) < TREMBLE) return;
		if (!now.moved) event.currentTarget.setPointerCapture(event.pointerId);
		now.moved = true;
		if (now.drag) {
			now.drag.move(pointAt(event));
			return;
		}
		seen.pan(-dx / scale, -dy / scale);
		now.x = event.clientX;
		now.y = event.clientY;
	};
	const up = (event: PointerEvent<SVGSVGElement>) => {
		const now = held.current;
		held.current = undefined;
		if (!now) return;
		if (now.drag) now.drag.end();
		else if (!now.moved) onPress?.(keyOf(event.target));
	};
	const cancel = () => {
		held.current?.drag?.cancel();
		held.current = undefined;
	};

	/** Whether the key changed what is seen. */
	const look = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
		const arrow = ARROWS[key];
		const far = view.width / 12;
		if (ctrlKey || metaKey || altKey) return false;
		if (arrow) seen.pan(arrow[0] * far, arrow[1] * far);
		else if (key === "+" || key === "=") seen.nearer();
		else if (key === "-") seen.farther();
		else if (key === "0") seen.fit();
		else return false;
		return true;
	};
	const keys = (event: KeyboardEvent) => {
		if (event.target !== event.currentTarget) return;
		if (onKey?.(event) || look(event)) event.preventDefault();
	};
	return (
		<div className={css.board}>
			<section
				ref={frame}
				className={css.sheet}
				dir="ltr"
				aria-label={label}
				aria-describedby={id}
				// biome-ignore lint/a11y/noNoninteractiveTabindex: the sheet is moved with the arrow keys
				tabIndex={0}
				onKeyDown={keys}
			>
				<svg
					ref={svg}
					viewBox={`${view.x} ${view.y} ${view.width} ${view.depth}`}
					role="img"
					aria-label={label}
					direction="ltr"
					data-drawn={drawnOn || undefined}
					onPointerDown={down}
					onPointerMove={move}
					onPointerUp={up}
					onPointerCancel={cancel}
				>
					{children(scale)}
				</svg>
			</section>
			<div className={css.below}>
				<p id={id} className={css.hint}>
					{hint}
				</p>
				<div className={css.zoom}>
					<Button small aria-label={t("view.nearer")} onPress={() => seen.nearer()}>
						<Plus size={16} />
					</Button>
					<Button small aria-label={t("view.farther")} onPress={() => seen.farther()}>
						<Minus size={16} />
					</Button>
					<Button small isDisabled={seen.isWhole} onPress={seen.fit}>
						{t("view.whole")}
					</Button>
				</div>
			</div>
		</div>
	);
}
