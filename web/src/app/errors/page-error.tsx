import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { isProblem, type Problem } from "@/api/problem.ts";
import { FailedPage } from "@/ui/states.tsx";

const offline: Problem = { title: "", status: 0, code: "unreachable" };

const isMissing = (error: unknown) =>
	/dynamically imported module|Importing a module script|preload CSS/.test(String(error));

/** A page that could not be shown: no network for its files, no answer, or a defect of ours. */
export function PageError({ error, reset }: ErrorComponentProps) {
	const router = useRouter();
	const missing = isMissing(error);
	const retry = () => {
		// A file that was not there once is not asked for again by the page that missed it.
		if (missing) location.reload();
		reset();
		void router.invalidate();
	};
	return <FailedPage error={isProblem(error) || !missing ? error : offline} onRetry={retry} />;
}
