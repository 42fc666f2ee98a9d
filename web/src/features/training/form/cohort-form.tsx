import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CohortInput } from "@/api/gen/types.gen.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Stack } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import type { useAction } from "@/ui/use-action.ts";
import { useFaults } from "@/ui/use-faults.ts";
import { Attending } from "./attending.tsx";
import { Identity } from "./identity.tsx";
import { DaysAndPlace } from "./place.tsx";
import { Enrolling, Seats } from "./seats.tsx";
import { Trainers } from "./trainers.tsx";
import { type CohortTyped, type Fault, faultsOf, toInput } from "./values.ts";

interface Props {
	typed: CohortTyped;
	onChange: (typed: CohortTyped) => void;
	action: ReturnType<typeof useAction>;
	/** The name of its course, once it can no longer be chosen. */
	course?: string;
	submit: string;
	onSubmit: (input: CohortInput) => void;
	/** The way out without saving. */
	cancel: ReactNode;
}

/** Everything that is written of a cohort, in sections. What is wrong stands at its field, whoever says so. */
export function CohortForm(props: Props) {
	const { typed, onChange, action, course, submit, onSubmit, cancel } = props;
	const { t } = useTranslation(["training", "common"]);
	const { form, count, said, check } = useFaults<Fault>(action, (fault) => t(`fault.${fault}`));
	const send = (event: FormEvent) => {
		event.preventDefault();
		const input = toInput(typed);
		if (check(faultsOf(typed)) && input) onSubmit(input);
	};
	const section = {
		typed,
		said,
		onChange: (patch: Partial<CohortTyped>) => onChange({ ...typed, ...patch }),
	};
	return (
		<form ref={form} onSubmit={send} noValidate>
			<Stack>
				{count > 0 && <Notice tone="bad" title={t("common:problem.fields", { count })} alert />}
				{action.failed && <ProblemPanel error={action.error} />}
				<Identity {...section} fixed={course} />
				<DaysAndPlace {...section} />
				<Trainers {...section} />
				<Attending {...section} />
				<Enrolling {...section} />
				<Seats {...section} />
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
