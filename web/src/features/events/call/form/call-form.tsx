import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallInput } from "@/api/gen/types.gen.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Stack } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import type { useAction } from "@/ui/use-action.ts";
import { ConditionsEditor } from "./conditions.tsx";
import { CriteriaSection } from "./criteria.tsx";
import { QuotasSection } from "./quotas.tsx";
import { type CallTyped, type Fault, faultsOf, toInput } from "./values.ts";
import { CapacitySection, WindowSection } from "./window.tsx";

interface Props {
	typed: CallTyped;
	onChange: (typed: CallTyped) => void;
	action: ReturnType<typeof useAction>;
	/** It has closed: only its end can be put off. */
	closed: boolean;
	onSubmit: (input: CallInput) => void;
	/** The way out without saving. */
	cancel: ReactNode;
}

/** A field that is wrong, or the head of conditions that are. */
const WRONG = '[aria-invalid="true"], summary[data-wrong]';

/** Everything that is written of a call, in sections. What is wrong stands at its field, whoever says so. */
export function CallForm({ typed, onChange, action, closed, onSubmit, cancel }: Props) {
	const { t } = useTranslation(["events", "common"]);
	const [faults, setFaults] = useState<Record<string, Fault>>({});
	const form = useRef<HTMLFormElement>(null);
	const count = Object.keys(faults).length;
	const tried = useRef(false);
	useEffect(() => {
		// The first field that is wrong, once an attempt has failed.
		if (!tried.current || (!action.failed && count === 0)) return;
		tried.current = false;
		form.current?.querySelector<HTMLElement>(WRONG)?.focus();
	}, [action.failed, count]);
	const said: Record<string, string | undefined> = { ...action.wrong };
	for (const [pointer, fault] of Object.entries(faults)) said[pointer] = t(`callFault.${fault}`);
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
		onChange: (patch: Partial<CallTyped>) => onChange({ ...typed, ...patch }),
	};
	return (
		<form ref={form} onSubmit={send} noValidate>
			<Stack>
				{count > 0 && <Notice tone="bad" title={t("common:problem.fields", { count })} alert />}
				{action.failed && <ProblemPanel error={action.error} />}
				<WindowSection {...section} closed={closed} />
				{!closed && (
					<>
						<CapacitySection {...section} />
						<Card title={t("call.who")}>
							<p className="quiet">{t("callForm.whoLead")}</p>
							<ConditionsEditor
								value={typed.conditions}
								onChange={(conditions) => section.onChange({ conditions })}
								said={said}
								at="/conditions"
							/>
						</Card>
						<QuotasSection {...section} />
						<CriteriaSection {...section} />
					</>
				)}
				<Actions>
					<Button type="submit" variant="primary" isPending={action.busy}>
						{t(closed ? "call.prolong" : "common:action.save")}
					</Button>
					{cancel}
				</Actions>
			</Stack>
		</form>
	);
}
