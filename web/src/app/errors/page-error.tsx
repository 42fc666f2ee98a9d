import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { isProblem, type Problem } from "@/api/problem.ts";
import { FailedPage } from "@/ui/states.tsx";
import { isMissingFile } from "./missing-file.ts";

const offline: Problem = { title: "", status: 0, code: "unreachable" };

/** A page that could not be shown: no network for its files, no answer, or a defect of ours. */
export function PageError({ error, reset }: ErrorComponentProps) {
	const router = useRouter();
	const missing = isMissingFile(error);
	const retry = () => {
		// A file that was not there once is not asked for again by the page that missed it.
		if (missing) location.reload();
		else {
			reset();
			void router.invalidate();
		}
	};
	useEffect(() => {
		if (!missing) return;
		const again = () => location.reload();
		addEventListener("online", again);
		return () => removeEventListener("online", again);
	}, [missing]);
	return <FailedPage error={isProblem(error) || !missing ? error : offline} onRetry={retry} />;
}
