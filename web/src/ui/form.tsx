import { type FormEvent, type ReactNode, type Ref, useEffect, useRef, useState } from "react";
import { Stack } from "./page.tsx";
import { ProblemPanel } from "./problem-panel.tsx";
import type { useAction } from "./use-action.ts";

interface Props {
	/** What was said of the last attempt is taken back with the next, where it can be. */
	action: Pick<ReturnType<typeof useAction>, "error" | "failed"> &
		Partial<Pick<ReturnType<typeof useAction>, "clear">>;
	onSubmit: () => void;
	children: ReactNode;
	ref?: Ref<HTMLFormElement>;
}

/**
 * A form whose refusal stands above its fields; the browser's own bubbles stay out of the way. The first field that is wrong
 * takes the focus, whether the form or the server found it. A refusal of the whole comes into sight where the form is long.
 */
export function Form({ action, onSubmit, children, ref }: Props) {
	const { failed } = action;
	const [tries, setTries] = useState(0);
	const sent = useRef<HTMLFormElement>(null);
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		sent.current = event.currentTarget;
		setTries(tries + 1);
		action.clear?.();
		onSubmit();
	};
	// Each attempt looks anew, and so does each answer.
	useEffect(() => {
		if (tries === 0) return;
		const find = (what: string) => sent.current?.querySelector<HTMLElement>(what);
		const wrong = find('[aria-invalid="true"], [data-wrong]');
		if (wrong) wrong.focus();
		else if (failed) find('[role="alert"]')?.scrollIntoView({ block: "nearest" });
	}, [tries, failed]);
	return (
		<form ref={ref} onSubmit={submit} noValidate>
			<Stack>
				{action.failed && <ProblemPanel error={action.error} />}
				{children}
			</Stack>
		</form>
	);
}
