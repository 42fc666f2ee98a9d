import { useLayoutEffect, useRef, useState } from "react";

/** Drawings are made in real pixels: a scaled picture would shrink its words on a phone. */
export function useWidth<T extends Element>(initial: number) {
	const ref = useRef<T>(null);
	const [width, setWidth] = useState(initial);
	useLayoutEffect(() => {
		const drawn = ref.current;
		if (!drawn) return;
		const observer = new ResizeObserver(
			([entry]) => entry && setWidth(Math.max(240, Math.round(entry.contentRect.width))),
		);
		observer.observe(drawn);
		return () => observer.disconnect();
	}, []);
	return [ref, width] as const;
}
