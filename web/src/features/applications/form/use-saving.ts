import { useQueryClient } from "@tanstack/react-query";
import { ifMatch } from "@/api/client.ts";
import type { Application } from "@/api/gen/types.gen.ts";
import { submitApplication, updateApplication } from "@/api/gen/workshop-sdk.gen.ts";
import type { Tagged } from "@/api/tagged.ts";
import { useKept } from "@/ui/use-kept.ts";
import { applicationKey } from "../queries.ts";
import { type ApplicationTyped, fromApplication, toPatch } from "./values.ts";

/** What is typed of an application, the version it was typed over, and the ways to the server. */
export function useSaving(found: Tagged<Application>) {
	const { id } = found.data;
	const queryClient = useQueryClient();
	const start = () => ({
		from: found.etag as string | number | null,
		typed: fromApplication(found.data),
	});
	const kept = useKept(`application:${id}`, start);
	/** What the server answered is what is typed over from now on; lists and history are read again. */
	const take = async (data: Application) => {
		kept.reset({ from: data.version, typed: fromApplication(data) });
		queryClient.setQueryData(applicationKey(id), { data, etag: `"${data.version}"` });
		await queryClient.invalidateQueries({
			predicate: ({ queryKey: [first, second, one, third] }) =>
				first === "applications" && (second === "own" || (one === id && third === "steps")),
		});
	};
	return {
		typed: kept.value.typed,
		restored: kept.restored,
		type: (typed: ApplicationTyped) => kept.set({ from: kept.value.from, typed }),
		restart: () => kept.reset(start()),
		from: kept.value.from,
		save: async (typed: ApplicationTyped, from: string | number | null) => {
			const { data } = await updateApplication({
				path: { id },
				headers: ifMatch(from),
				body: toPatch(typed),
				throwOnError: true,
			});
			await take(data);
			return data;
		},
		handIn: async () => {
			const { data } = await submitApplication({ path: { id }, throwOnError: true });
			await take(data);
			return data;
		},
		/** Gives up what is typed for what the server has now. */
		readAgain: async () => {
			localStorage.removeItem(`application:${id}`);
			await queryClient.invalidateQueries({ queryKey: ["applications"] });
		},
	};
}
