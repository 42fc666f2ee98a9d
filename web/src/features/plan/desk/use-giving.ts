import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { StandCandidate } from "@/api/gen/types.gen.ts";
import { freeStand, giveStand } from "@/api/gen/workshop-sdk.gen.ts";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { candidatesQuery, standsQuery } from "../queries.ts";

/** Gives stands and takes them back, one at a time; lists are read again after each. */
export function useGiving(event: string) {
	const { t } = useTranslation("plan");
	const queryClient = useQueryClient();
	const action = useAction();
	const readAgain = () =>
		Promise.all([
			queryClient.invalidateQueries({ queryKey: standsQuery(event).queryKey }),
			queryClient.invalidateQueries({ queryKey: candidatesQuery(event).queryKey }),
		]);
	const give = (
		{ application_id: id, stand: from }: StandCandidate,
		stand: string,
		{ locked, exchange }: { locked: boolean; exchange: boolean },
	) =>
		action.run(async () => {
			await giveStand({
				path: { id },
				body: { stand, from: from ?? null, locked, exchange },
				throwOnError: true,
			});
			await readAgain();
			say(t("give.given", { name: stand }));
		});
	return {
		...action,
		readAgain,
		give,
		/** The same stand, locked or no longer. */
		lock: (candidate: StandCandidate, locked: boolean) =>
			action.run(async () => {
				await giveStand({
					path: { id: candidate.application_id },
					body: { stand: candidate.stand ?? "", from: candidate.stand ?? null, locked },
					throwOnError: true,
				});
				await readAgain();
				say(t(locked ? "give.locked" : "give.unlocked", { name: candidate.stand ?? "" }));
			}),
		free: (candidate: StandCandidate) =>
			action.run(async () => {
				await freeStand({ path: { id: candidate.application_id }, throwOnError: true });
				await readAgain();
				say(t("give.freed", { name: candidate.stand ?? "" }));
			}),
	};
}

export type Giving = ReturnType<typeof useGiving>;
