import { useEffect, useRef, useState } from "react";
import type { useAction } from "./use-action.ts";

/**
 * What is wrong in a form before and after the server is asked; the first field that is takes the focus once an attempt has failed.
 * Where `now` says what would be wrong with what is typed by now, what was put right meanwhile is not called wrong any more.
 */
export function useFaults<Fault extends string>(
	action: ReturnType<typeof useAction>,
	words: (fault: Fault) => string,
	now?: Readonly<Record<string, Fault>>,
) {
	const [faults, setFaults] = useState<Record<string, Fault>>({});
	const form = useRef<HTMLFormElement>(null);
	const tried = useRef(false);
	const shown = Object.entries(faults).filter(([pointer]) => !now || pointer in now);
	const count = shown.length;
	useEffect(() => {
		if (!tried.current || (!action.failed && Object.keys(faults).length === 0)) return;
		tried.current = false;
		form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong]')?.focus();
	}, [action.failed, faults]);
	const said: Record<string, string | undefined> = { ...action.wrong };
	for (const [pointer, fault] of shown) said[pointer] = words(now?.[pointer] ?? fault);
	return {
		form,
		count,
		said,
		/** Whether nothing is wrong, as far as can be told here. */
		check: (found: Record<string, Fault>) => {
			action.clear();
			setFaults(found);
			tried.current = true;
			return Object.keys(found).length === 0;
		},
	};
}
