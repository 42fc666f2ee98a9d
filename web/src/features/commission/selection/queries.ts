import { queryOptions } from "@tanstack/react-query";
import { getSelection } from "@/api/gen/sdk.gen.ts";
import type { EventSelection } from "@/api/gen/types.gen.ts";
import { isProblem } from "@/api/problem.ts";
import { commissionKey } from "../queries.ts";

const notYet = (error: unknown): null => {
	if (isProblem(error) && error.status === 404) return null;
	throw error;
};

/** The seed and the outcome, as everybody may know them; nothing before the seed is made known. */
export const selectionQuery = (event: string) =>
	queryOptions({
		queryKey: [...commissionKey(event), "selection"],
		queryFn: ({ signal }): Promise<EventSelection | null> =>
			getSelection({ path: { id: event }, signal, throwOnError: true }).then(
				({ data }) => data,
				notYet,
			),
	});
