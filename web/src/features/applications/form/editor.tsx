import { type FormEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Application } from "@/api/gen/types.gen.ts";
import { isStale } from "@/api/problem.ts";
import type { Tagged } from "@/api/tagged.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { ConflictDialog } from "@/ui/conflict-dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Stack } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { Resumed } from "@/ui/resumed.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useFaults } from "@/ui/use-faults.ts";
import { ExhibitorsSection } from "./exhibitors.tsx";
import { NeedsSection } from "./needs.tsx";
import { ProductsSection } from "./products.tsx";
import { useSaving } from "./use-saving.ts";
import { type ApplicationTyped, faultsOf, tidy } from "./values.ts";

/** What the two buttons are called in each state; the main one stands first. */
const CHANGED = { save: "form.saveChanges", handIn: undefined } as const;
const WAYS = {
	draft: { save: "form.saveDraft", handIn: "form.handIn" },
	eligible: CHANGED,
	scored: CHANGED,
	selected: CHANGED,
	waiting: CHANGED,
	refused: CHANGED,
	confirmed: CHANGED,
	attended: CHANGED,
	absent: CHANGED,
	ineligible: { save: "form.saveChanges", handIn: "form.checkAgain" },
	withdrawn: { save: "form.saveDraft", handIn: "form.handInAgain" },
} as const;

interface Props {
	found: Tagged<Application>;
	/** Whether those who take part get a stand. */
	stands: boolean;
	/** The other version was chosen: begin again with it. */
	onReadAgain: () => void;
}

/** The form of an application: saved as a draft, handed in, changed until the close. */
export function Editor({ found, stands, onReadAgain }: Props) {
	const { t } = useTranslation(["applications", "common"]);
	const { status } = found.data;
	const saving = useSaving(found);
	const { typed } = saving;
	const action = useAction();
	const { form, count, said, check } = useFaults<"required">(
		action,
		() => t("common:field.required"),
		faultsOf(typed),
	);
	/** What was being done when it was refused. */
	const last = useRef({ typed, handIn: false });
	const write = (kept: ApplicationTyped, handIn: boolean, from: string | number | null) => {
		last.current = { typed: kept, handIn };
		void action.run(async () => {
			const saved = await saving.save(kept, from);
			const after = handIn ? await saving.handIn() : saved;
			const { status: now } = after;
			const met = now === "eligible" || now === "ineligible";
			say(t(handIn && met ? `form.handedIn.${now}` : "form.saved"));
		});
	};
	const send = (handIn: boolean) => {
		const complete = handIn || status === "eligible" || status === "ineligible";
		const kept = tidy(typed, complete, stands);
		saving.type(kept);
		if (check(faultsOf(kept))) write(kept, handIn, saving.from);
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		send(false);
	};
	const section = {
		typed,
		said,
		onChange: (patch: Partial<ApplicationTyped>) => saving.type({ ...typed, ...patch }),
	};
	const ways = WAYS[status];
	const saveIsMain = !ways.handIn || status === "ineligible";
	const handIn = ways.handIn && (
		<Button
			variant={saveIsMain ? "secondary" : "primary"}
			isPending={action.busy}
			onPress={() => send(true)}
		>
			{t(ways.handIn)}
		</Button>
	);
	return (
		<form ref={form} onSubmit={submit} noValidate aria-label={t("form.title")}>
			<Stack>
				{saving.restored && <Resumed onRestart={saving.restart} />}
				{count > 0 && <Notice tone="bad" title={t("common:problem.fields", { count })} alert />}
				{action.failed && <ProblemPanel error={action.error} />}
				<ExhibitorsSection {...section} stands={stands} />
				<ProductsSection {...section} stands={stands} />
				<NeedsSection {...section} stands={stands} />
				<Actions>
					{!saveIsMain && handIn}
					<Button
						type="submit"
						variant={saveIsMain ? "primary" : "secondary"}
						isPending={action.busy}
					>
						{t(ways.save)}
					</Button>
					{saveIsMain && handIn}
				</Actions>
			</Stack>
			{isStale(action.error) && (
				<ConflictDialog
					busy={action.busy}
					onKeepMine={() => write(last.current.typed, last.current.handIn, "*")}
					onTakeTheirs={() => {
						say(t("common:conflict.taken"));
						void saving.readAgain().then(onReadAgain);
					}}
					onClose={action.clear}
				/>
			)}
		</form>
	);
}
