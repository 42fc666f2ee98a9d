import { useState } from "react";
import { fieldProblems } from "@/api/problem.ts";

/** One thing a form does: whether it runs, what the server said of it, what it said of each field. */
export function useAction() {
	const [busy, setBusy] = useState(false);
	const [error, setError] = useState<unknown>();
	const run = async (work: () => Promise<unknown>): Promise<boolean> => {
		setBusy(true);
		setError(undefined);
		try {
			await work();
			return true;
		} catch (failure) {
			setError(failure);
			return false;
		} finally {
			setBusy(false);
		}
	};
	return {
		busy,
		error,
		failed: error !== undefined,
		wrong: fieldProblems(error),
		run,
		clear: () => setError(undefined),
	};
}
