import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { isProblem } from "@/api/problem.ts";

/** Hands in; when the round says no (handed in meanwhile, over), what is shown is read again and says why. */
export async function rereading(
	queryClient: QueryClient,
	queryKey: QueryKey,
	handIn: () => Promise<void>,
): Promise<void> {
	try {
		await handIn();
	} catch (failure) {
		if (isProblem(failure) && failure.status === 409)
			await queryClient.invalidateQueries({ queryKey });
		throw failure;
	}
}
