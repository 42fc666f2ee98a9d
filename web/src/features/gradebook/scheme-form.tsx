import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { CohortAssignment, GradeScheme } from "@/api/gen/types.gen.ts";
import { putGradeScheme } from "@/api/gen/workshop-sdk.gen.ts";
import { isStale } from "@/api/problem.ts";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { ConflictDialog } from "@/ui/conflict-dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card } from "@/ui/page.tsx";
import { Failed, Loading } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { ConditionFields } from "./condition-fields.tsx";
import { PartFields } from "./part-fields.tsx";
import { gradedQuery } from "./queries.ts";
import { type Fault, faultsOf, fromScheme, sentKeys, toInput } from "./scheme-values.ts";

interface Props {
	scheme: GradeScheme;
	onClose: () => void;
}

function Editor({
	scheme,
	onClose,
	assignments,
}: Props & { assignments: readonly CohortAssignment[] }) {
	const { t } = useTranslation(["gradebook", "common"]);
	const queryClient = useQueryClient();
	const action = useAction();
	const [from] = useState(scheme.version);
	const [typed, setTyped] = useState(() => fromScheme(scheme, assignments));
	const [sent, setSent] = useState<string[]>([]);
	const [faults, setFaults] = useState<Record<string, Fault>>({});
	const said: Record<string, string | undefined> = { ...action.wrong };
	for (const [pointer, fault] of Object.entries(faults)) said[pointer] = t(`fault.${fault}`);
	const wrong = Object.keys(faults).length;
	const finish = async (words: string) => {
		await queryClient.invalidateQueries({ queryKey: ["training"] });
		say(words);
		onClose();
	};
	const save = (over: number | "*") => {
		const found = faultsOf(typed);
		setFaults(found);
		action.clear();
		if (Object.keys(found).length > 0) return;
		setSent(sentKeys(typed));
		void action.run(async () => {
			await putGradeScheme({
				path: { id: scheme.cohort_id },
				headers: ifMatch(over),
				body: toInput(typed),
				throwOnError: true,
			});
			await finish(t("scheme.saved"));
		});
	};
	return (
		<Card title={t("scheme.change")}>
			<Form action={action} onSubmit={() => save(from)}>
				{wrong > 0 && (
					<Notice tone="bad" title={t("common:problem.fields", { count: wrong })} alert>
						{said["/parts"] && <p>{said["/parts"]}</p>}
					</Notice>
				)}
				<PartFields
					parts={typed.parts}
					onChange={(parts) => setTyped({ ...typed, parts })}
					assignments={assignments}
					said={(key, field) => said[`/parts/${sent.indexOf(key)}/${field}`]}
				/>
				<ConditionFields
					typed={typed}
					onChange={(patch) => setTyped({ ...typed, ...patch })}
					said={said}
				/>
				<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
					{t("common:action.save")}
				</SubmitOrCancel>
			</Form>
			{isStale(action.error) && (
				<ConflictDialog
					busy={action.busy}
					onKeepMine={() => save("*")}
					onTakeTheirs={() => void finish(t("common:conflict.taken"))}
					onClose={action.clear}
				/>
			)}
		</Card>
	);
}

/** Writes what a cohort is graded by; its assignments are read first, for each can be a part. */
export function SchemeForm(props: Props) {
	const found = useQuery(gradedQuery(props.scheme.cohort_id));
	if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
	if (found.isPending) return <Loading lines={6} />;
	return <Editor {...props} assignments={found.data} />;
}
