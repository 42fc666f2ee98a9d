import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { EventInput } from "@/api/gen/types.gen.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Stack } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import type { useAction } from "@/ui/use-action.ts";
import { DaysSection } from "./days.tsx";
import { Crafts, Identity } from "./identity.tsx";
import { PeopleSection } from "./people.tsx";
import { PlaceSection } from "./place.tsx";
import { ProgrammeSection } from "./programme.tsx";
import { type EventTyped, type Fault, faultsOf, toInput } from "./values.ts";

interface Props {
	typed: EventTyped;
	onChange: (typed: EventTyped) => void;
	action: ReturnType<typeof useAction>;
	/** The institution that organises it. */
	own: string;
	submit: string;
	onSubmit: (input: EventInput) => void;
	/** The way out without saving. */
	cancel: ReactNode;
}

/** Everything that is written of an event, in sections. What is wrong stands at its field, whoever says so. */
export function EventForm(props: Props) {
	const { typed, onChange, action, own, submit, onSubmit, cancel } = props;
	const { t } = useTranslation(["events", "common"]);
	const [faults, setFaults] = useState<Record<string, Fault>>({});
	const form = useRef<HTMLFormElement>(null);
	const count = Object.keys(faults).length;
	const tried = useRef(false);
	useEffect(() => {
		// The first field that is wrong, once an attempt has failed.
		if (!tried.current || (!action.failed && count === 0)) return;
		tried.current = false;
		form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
	}, [action.failed, count]);
	const said: Record<string, string | undefined> = { ...action.wrong };
	for (const [pointer, fault] of Object.entries(faults)) said[pointer] = t(`fault.${fault}`);
	const send = (event: FormEvent) => {
		event.preventDefault();
		const found = faultsOf(typed);
		const input = toInput(typed);
		action.clear();
		setFaults(found);
		tried.current = true;
		if (Object.keys(found).length === 0 && input) onSubmit(input);
	};
	const section = {
		typed,
		said,
		onChange: (patch: Partial<EventTyped>) => onChange({ ...typed, ...patch }),
	};
	return (
		<form ref={form} onSubmit={send} noValidate>
			<Stack>
				{count > 0 && <Notice tone="bad" title={t("common:problem.fields", { count })} alert />}
				{action.failed && <ProblemPanel error={action.error} />}
				<Identity {...section} />
				<PlaceSection {...section} />
				<DaysSection {...section} />
				<Crafts {...section} />
				<ProgrammeSection {...section} />
				<PeopleSection {...section} own={own} />
				<Actions>
					<Button type="submit" variant="primary" isPending={action.busy}>
						{submit}
					</Button>
					{cancel}
				</Actions>
			</Stack>
		</form>
	);
}
