import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Failed, Loading } from "./states.tsx";

export interface Props {
	list: UseQueryResult<unknown>;
	/** What stands in the place of a list without rows. */
	none?: ReactNode;
	/** Lines of the placeholder while it comes. */
	lines?: number;
}

/** What is said of a list of the server that is on its way, unreadable or empty; nothing once it has rows. */
export function Awaited({ list, none, lines = 3 }: Props) {
	if (list.isPending) return <Loading lines={lines} />;
	if (list.isError) return <Failed error={list.error} onRetry={() => void list.refetch()} />;
	return Array.isArray(list.data) && list.data.length === 0 ? none : null;
}
