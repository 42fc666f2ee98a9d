import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { FailedPage, Loading } from "./states.tsx";

interface Props<Data> {
	found: UseQueryResult<Data>;
	/** Lines of the placeholder while it comes. */
	lines?: number;
	children: (data: Data) => ReactNode;
}

/** A page about one thing of the server: on its way, unreadable, or there. What is there stays when it cannot be read again. */
export function ReadPage<Data>({ found, lines = 8, children }: Props<Data>) {
	if (found.data !== undefined) return children(found.data);
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	return <Loading lines={lines} />;
}
