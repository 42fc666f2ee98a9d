import { useQueryClient } from "@tanstack/react-query";
import { ifMatch } from "@/api/client.ts";
import type { Application } from "@/api/gen/types.gen.ts";
import { submitApplication, updateApplication } from "@/api/gen/workshop-sdk.gen.ts";
import type { Tagged } from "@/api/tagged.ts";
import { useKept } from "@/ui/use-kept.ts";
import { applicationKey } from "../queries.ts";
import { type ApplicationTyped, fromApplication, toPatch } from "./values.ts";

interface Kept {
	/** The version it was typed over, and what that one held. */
	from: string | number | null;
	base: string;
	typed: ApplicationTyped;
}

const contentOf = (application: Application) => JSON.stringify(fromApplication(application));
const keptOf = (application: Application, from: Kept["from"]): Kept => ({
	from,
	base: contentOf(application),
	typed: fromApplication(application),
});

/** What is typed of an application, the version it was typed over, and the ways to the server. */
export function useSaving(found: Tagged<Application>) {
	const { id } = found.data;
	const queryClient = useQueryClient();
	const start = () => keptOf(found.data, found.etag);
	const kept = useKept(`application:${id}`, start);
	// What nobody has touched follows the server, whoever changed it.
	const untouched = JSON.stringify(kept.value.typed) === kept.value.base;
	// What was kept before the form had a field has none.
	const typedBefore = { ...fromApplication({}), ...kept.value.typed };
	const value = untouched ? start() : { ...kept.value, typed: typedBefore };
	// A step that left the content as it was is typed over as well as the version before.
	const from = value.base === contentOf(found.data) ? found.etag : value.from;
	/** What the server answered is what is typed over from now on; lists and history are read again. */
	const take = async (data: Application) => {
		kept.reset(keptOf(data, data.version));
		queryClient.setQueryData(applicationKey(id), { data, etag: `"${data.version}"` });
		await queryClient.invalidateQueries({
			predicate: ({ queryKey: [first, second, one, third] }) =>
				first === "applications" &&
				(second === "own" || (one === id && (third === "steps" || third === "pictures"))),
		});
	};
	return {
		typed: value.typed,
		restored: kept.restored,
		type: (typed: ApplicationTyped) => kept.set({ ...value, from, typed }),
		restart: () => kept.reset(start()),
		from,
		save: async (typed: ApplicationTyped, over: Kept["from"]) => {
			const { data } = await updateApplication({
				path: { id },
				headers: ifMatch(over),
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
