import { type RefObject, useEffect, useState } from "react";

/** Width and height of an element on the page, in pixels. */
export function useSize(ref: RefObject<Element | null>) {
	const [size, setSize] = useState({ width: 800, height: 500 });
	useEffect(() => {
		const element = ref.current;
		if (!element) return;
		const observer = new ResizeObserver(([entry]) => {
			const { width, height } = entry?.contentRect ?? { width: 0, height: 0 };
			if (width > 0 && height > 0) setSize({ width, height });
		});
		observer.observe(element);
		return () => observer.disconnect();
	}, [ref]);
	return size;
}
