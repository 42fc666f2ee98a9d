import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { isProblem, type Problem } from "@/api/problem.ts";
import { FailedPage } from "@/ui/states.tsx";

const offline: Problem = { title: "", status: 0, code: "unreachable" };

/** A page that could not be shown: no network for its files, no answer, or a defect of ours. */
export function PageError({ error, reset }: ErrorComponentProps) {
	const router = useRouter();
	const retry = () => {
		reset();
		void router.invalidate();
	};
	const missing = /dynamically imported module|Importing a module script/.test(String(error));
	return <FailedPage error={isProblem(error) || !missing ? error : offline} onRetry={retry} />;
}
