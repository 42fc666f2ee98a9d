import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { FollowUp } from "@/api/gen/types.gen.ts";
import { putFollowUp } from "@/api/gen/workshop-sdk.gen.ts";
import { isStale } from "@/api/problem.ts";
import { type Tagged, tagged } from "@/api/tagged.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { ConflictDialog } from "@/ui/conflict-dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { MomentField } from "@/ui/moment-field.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card } from "@/ui/page.tsx";
import { Resumed } from "@/ui/resumed.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useFaults } from "@/ui/use-faults.ts";
import { useKept } from "@/ui/use-kept.ts";
import { followUpQuery } from "./queries.ts";
import { Questions } from "./questions.tsx";
import { blank, type Fault, faultsOf, fromFollowUp, toInput } from "./values.ts";

/** What questions that were never written start from. */
const NONE = 0;

interface Kept {
	from: string | number | null;
	typed: ReturnType<typeof fromFollowUp>;
}

const startOf = (found: Tagged<FollowUp> | null): Kept =>
	found ? { from: found.etag, typed: fromFollowUp(found.data) } : { from: NONE, typed: blank };

/** Until when seats are to be taken, and what is asked, written by the organisers. */
export function FollowUpEditor(props: { event: string; found: Tagged<FollowUp> | null }) {
	const { event, found } = props;
	const { t } = useTranslation(["commission", "common"]);
	const queryClient = useQueryClient();
	const action = useAction();
	const kept = useKept(`followUp:${event}`, () => startOf(found));
	const { typed, from } = kept.value;
	const faults = faultsOf(typed);
	const { form, count, said, check } = useFaults<Fault>(
		action,
		(fault) => t(`seats.fault.${fault}`),
		faults,
	);
	const take = (saved: Tagged<FollowUp> | null) => {
		kept.reset(startOf(saved));
		queryClient.setQueryData(followUpQuery(event).queryKey, saved);
	};
	const write = (over: Kept["from"]) =>
		void action.run(async () => {
			const saved = await tagged(
				putFollowUp({
					path: { id: event },
					headers: ifMatch(over),
					body: toInput(typed),
					throwOnError: true,
				}),
			);
			take(saved);
			say(t("seats.saved"));
		});
	const takeTheirs = async () => {
		take(await queryClient.fetchQuery({ ...followUpQuery(event), staleTime: 0 }));
		action.clear();
		say(t("common:conflict.taken"));
	};
	const submit = () => {
		if (check(faults)) write(from);
	};
	const change = (patch: Partial<Kept["typed"]>) =>
		kept.set({ from, typed: { ...typed, ...patch } });
	return (
		<Card title={t("seats.form")}>
			<Form action={action} onSubmit={submit} ref={form}>
				<p className="quiet">{t("seats.formLead")}</p>
				{kept.restored && <Resumed onRestart={() => kept.reset(startOf(found))} />}
				{count > 0 && <Notice tone="bad" title={t("common:problem.fields", { count })} alert />}
				<MomentField
					label={t("seats.dueOn")}
					timeLabel={t("seats.dueAt")}
					day={typed.dueOn}
					time={typed.dueAt}
					onDay={(dueOn) => change({ dueOn })}
					onTime={(dueAt) => change({ dueAt })}
					said={said}
					at="/due_at"
					isRequired={false}
				/>
				<Questions
					questions={typed.questions}
					onChange={(questions) => change({ questions })}
					said={said}
				/>
				<Actions>
					<Button type="submit" variant="primary" isPending={action.busy}>
						{t("common:action.save")}
					</Button>
				</Actions>
			</Form>
			{isStale(action.error) && (
				<ConflictDialog
					busy={action.busy}
					onKeepMine={() => write("*")}
					onTakeTheirs={() => void takeTheirs()}
					onClose={action.clear}
				/>
			)}
		</Card>
	);
}
