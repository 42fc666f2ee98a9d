import { type RefObject, useEffect, useState } from "react";
import type { Pair } from "./elements.ts";
import css from "./value.module.css";

interface Curve extends Pair {
	d: string;
}

const find = (box: HTMLElement, id: string) =>
	box.querySelector<HTMLElement>(`[data-element="${id}"]`);

/** From the facing edge of a need to the facing edge of its answer, whichever side each lies on. */
function curve(box: HTMLElement, pair: Pair): Curve | null {
	const [need, answer] = [find(box, pair.need), find(box, pair.answer)];
	if (!need || !answer) return null;
	const origin = box.getBoundingClientRect();
	const [a, b] = [need.getBoundingClientRect(), answer.getBoundingClientRect()];
	const rightwards = b.x > a.x;
	const x1 = (rightwards ? a.right : a.left) - origin.left;
	const x2 = (rightwards ? b.left : b.right) - origin.left;
	const y1 = a.top + a.height / 2 - origin.top;
	const y2 = b.top + Math.min(b.height / 2, 28) - origin.top;
	const middle = (x1 + x2) / 2;
	return { ...pair, d: `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}` };
}

/**
 * The links drawn between the two panels, measured where the cards lie. A picture only: every card
 * says in words what it answers or what answers it.
 */
export function Links({ box, of }: { box: RefObject<HTMLElement | null>; of: readonly Pair[] }) {
	const [curves, setCurves] = useState<readonly Curve[]>([]);
	const [active, setActive] = useState<string>();
	useEffect(() => {
		const drawn = box.current;
		if (!drawn) return;
		const measure = () => setCurves(of.flatMap((pair) => curve(drawn, pair) ?? []));
		const observer = new ResizeObserver(measure);
		observer.observe(drawn);
		measure();
		return () => observer.disconnect();
	}, [box, of]);
	useEffect(() => {
		const drawn = box.current;
		if (!drawn) return;
		const point = ({ target }: Event) =>
			setActive(
				target instanceof Element
					? target.closest<HTMLElement>("[data-element]")?.dataset.element
					: undefined,
			);
		for (const event of ["pointerover", "focusin"]) drawn.addEventListener(event, point);
		return () => {
			for (const event of ["pointerover", "focusin"]) drawn.removeEventListener(event, point);
		};
	}, [box]);
	return (
		<svg className={css.links} aria-hidden="true" data-active={active ? "yes" : undefined}>
			{curves.map((one) => (
				<path
					key={`${one.need}-${one.answer}`}
					d={one.d}
					data-kind={one.kind}
					data-on={active === one.need || active === one.answer || undefined}
				/>
			))}
		</svg>
	);
}
