import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCursors } from "@/ui/use-cursors.ts";
import { commissionKey } from "./queries.ts";

const PER_PAGE = 25;

interface Asked {
	limit: number;
	cursor?: string;
}

/** A list of an event in pages, asked anew whenever it is opened: what its table is made of. */
export function usePages<Listed>(
	event: string,
	name: readonly string[],
	read: (query: Asked, signal: AbortSignal) => Promise<{ data: Listed }>,
) {
	const { cursor, ...cursors } = useCursors([event, ...name].join(" "));
	const list = useQuery({
		queryKey: [...commissionKey(event), ...name, cursor],
		queryFn: async ({ signal }) =>
			(await read({ limit: PER_PAGE, ...(cursor ? { cursor } : {}) }, signal)).data,
		placeholderData: keepPreviousData,
		staleTime: 0,
	});
	return { list, cursors: { cursor, ...cursors }, perPage: PER_PAGE };
}
