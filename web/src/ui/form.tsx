import type { FormEvent, ReactNode, Ref } from "react";
import { Stack } from "./page.tsx";
import { ProblemPanel } from "./problem-panel.tsx";
import type { useAction } from "./use-action.ts";

interface Props {
	action: Pick<ReturnType<typeof useAction>, "error" | "failed">;
	onSubmit: () => void;
	children: ReactNode;
	ref?: Ref<HTMLFormElement>;
}

/** A form whose refusal stands above its fields; the browser's own bubbles stay out of the way. */
export function Form({ action, onSubmit, children, ref }: Props) {
	const submit = (event: FormEvent) => {
		event.preventDefault();
		onSubmit();
	};
	return (
		<form ref={ref} onSubmit={submit} noValidate>
			<Stack>
				{action.failed && <ProblemPanel error={action.error} />}
				{children}
			</Stack>
		</form>
	);
}
