import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import { newKey } from "@/api/idempotency.ts";
import { isStale } from "@/api/problem.ts";
import { say } from "./toast.tsx";
import { useAction } from "./use-action.ts";
import { useKept } from "./use-kept.ts";

/** A version, or the key that makes something new once. */
type From = string | number | null;

interface Draft<Typed> {
	from: From;
	typed: Typed;
	touched: boolean;
}

interface Options<Typed> {
	/** What is typed stays in this browser under this name until it is saved. */
	name: string;
	/** What the fields hold before anybody types. */
	start: () => Typed;
	/** What is read again once it is saved. */
	reads: QueryKey;
	/** What is said then. */
	saved: string;
}

/** What the form of an editor needs. */
export interface Editor<Typed, Input> {
	typed: Typed;
	onChange: (patch: Partial<Typed>) => void;
	/** What was typed on another day was found in this browser. */
	restored: boolean;
	/** Gives up what is typed. */
	restart: () => void;
	action: ReturnType<typeof useAction>;
	save: (input: Input) => void;
}

/** The question that stands once somebody else has saved first. */
export interface Conflict {
	keepMine: () => void;
	takeTheirs: () => void;
	close: () => void;
}

function useDraft<Typed extends object>(
	{ name, start, reads }: Options<Typed>,
	begin: () => From,
	follow: (draft: Draft<Typed>, fresh: () => Draft<Typed>) => Draft<Typed>,
	next: (from: From) => From,
) {
	const queryClient = useQueryClient();
	const action = useAction();
	const fresh = (): Draft<Typed> => ({ from: begin(), typed: start(), touched: false });
	const kept = useKept(name, fresh);
	const { from, typed: last } =
		kept.restored || kept.value.touched ? kept.value : follow(kept.value, fresh);
	// What was kept before a field was there has nothing in it.
	const typed: Typed = { ...start(), ...last };
	return {
		action,
		from,
		typed,
		restored: kept.restored,
		restart: () => kept.reset(fresh()),
		onChange: (patch: Partial<Typed>) =>
			kept.set({ from: next(from), typed: { ...typed, ...patch }, touched: true }),
		finish: async (said: string, leave: () => Promise<void>) => {
			kept.reset(fresh());
			await queryClient.invalidateQueries({ queryKey: reads });
			say(said);
			await leave();
		},
	};
}

interface Change<Typed, Input> extends Options<Typed> {
	/** The version as it was read. */
	from: From;
	write: (input: Input, headers: { "If-Match": string }) => Promise<unknown>;
	/** Where one goes on. */
	leave: () => Promise<void>;
}

/**
 * Changes what is there. The version that was typed over stays with what was typed; what nobody has
 * touched follows the server.
 */
export function useChange<Typed extends object, Input>(options: Change<Typed, Input>) {
	const { write, saved, leave } = options;
	const { t } = useTranslation("common");
	const [sent, setSent] = useState<Input>();
	const { from, finish, ...editor } = useDraft(
		options,
		() => options.from,
		(_, fresh) => fresh(),
		(over) => over,
	);
	const { action } = editor;
	const save = (input: Input, over: From = from) => {
		setSent(input);
		void action.run(async () => {
			await write(input, ifMatch(over));
			await finish(saved, leave);
		});
	};
	const conflict: Conflict | undefined =
		isStale(action.error) && sent !== undefined
			? {
					keepMine: () => save(sent, "*"),
					takeTheirs: () => void finish(t("conflict.taken"), leave),
					close: action.clear,
				}
			: undefined;
	return { ...editor, save: (input: Input) => save(input), conflict };
}

interface Creation<Typed, Input, Made> extends Options<Typed> {
	write: (input: Input, headers: { "Idempotency-Key": string }) => Promise<{ data: Made }>;
	/** Where one goes on with what was made. */
	leave: (made: Made) => Promise<void>;
}

/** Makes something new, once: sent again after an answer got lost, it is known by its key. */
export function useCreation<Typed extends object, Input, Made>(
	options: Creation<Typed, Input, Made>,
): Editor<Typed, Input> {
	const { write, saved, leave } = options;
	const { from, finish, ...editor } = useDraft(
		options,
		newKey,
		(draft) => draft,
		// Other words are another thing.
		newKey,
	);
	const save = (input: Input) =>
		void editor.action.run(async () => {
			const { data } = await write(input, { "Idempotency-Key": String(from) });
			await finish(saved, () => leave(data));
		});
	return { ...editor, save };
}
