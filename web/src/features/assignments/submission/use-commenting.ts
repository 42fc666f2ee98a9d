import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { SubmissionPlace } from "@/api/gen/types.gen.ts";
import { commentOnSubmission } from "@/api/gen/workshop-sdk.gen.ts";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useKept } from "@/ui/use-kept.ts";
import { commentsQuery } from "../queries.ts";
import { keyOf } from "./places.ts";

/** Nothing is written anywhere. */
const NOWHERE = "-";
const start = () => ({ at: NOWHERE, text: "" });

/** One comment is written at a time, at its place; what is typed stays in this browser until it is sent. */
export function useCommenting(submission: string) {
	const { t } = useTranslation("assignments");
	const queryClient = useQueryClient();
	const action = useAction();
	const kept = useKept(`submission-comment:${submission}`, start);
	const close = () => {
		action.clear();
		kept.reset(start());
	};
	return {
		/** The place it is written at, by its key. */
		at: kept.value.at,
		text: kept.value.text,
		action,
		open: (place: SubmissionPlace | undefined) => {
			action.clear();
			// What was begun elsewhere goes along.
			kept.set({ at: keyOf(place), text: kept.value.text });
		},
		type: (text: string) => kept.set({ ...kept.value, text }),
		close,
		send: (place: SubmissionPlace | undefined) =>
			action.run(async () => {
				await commentOnSubmission({
					path: { id: submission },
					body: { text: kept.value.text.trim(), place: place ?? null },
					throwOnError: true,
				});
				await queryClient.invalidateQueries(commentsQuery(submission));
				kept.reset(start());
				say(t("comment.sent"));
			}),
	};
}

export type Commenting = ReturnType<typeof useCommenting>;
