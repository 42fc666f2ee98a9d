import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { Exam, ExamKind } from "@/api/gen/types.gen.ts";
import { createExam, updateExam } from "@/api/gen/workshop-sdk.gen.ts";
import { isStale } from "@/api/problem.ts";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { ConflictDialog } from "@/ui/conflict-dialog.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { MomentField } from "@/ui/moment-field.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { Stack } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useFaults } from "@/ui/use-faults.ts";
import { KEY } from "../queries.ts";
import { blankExam, type ExamFault, examFaults, fromExam, toExam } from "./values.ts";

interface Props {
	cohort: string;
	/** What is changed; nothing for a new test. */
	exam?: Exam;
	/** Tests the cohort does not have yet. */
	kinds: readonly ExamKind[];
	onClose: () => void;
	onDone: (exam: Exam) => void;
}

/** When a test is sat and how long it takes; once it is published, its end alone can be put off. */
export function ExamDialog({ cohort, exam, kinds, onClose, onDone }: Props) {
	const { t } = useTranslation(["exams", "common"]);
	const queryClient = useQueryClient();
	const action = useAction();
	const [typed, setTyped] = useState(() =>
		exam ? fromExam(exam) : blankExam(kinds.length === 1 ? (kinds[0] ?? null) : null),
	);
	const { form, said, check } = useFaults<ExamFault>(action, (fault) => t(`examFault.${fault}`));
	const set = (patch: Partial<typeof typed>) => setTyped({ ...typed, ...patch });
	const published = exam?.status === "published";
	const save = (from: number | "*" | undefined) =>
		void action.run(async () => {
			const body = toExam(typed);
			const { data } =
				exam && from !== undefined
					? await updateExam({
							path: { id: exam.id },
							headers: ifMatch(from),
							body: published ? { closes_at: body.closes_at } : body,
							throwOnError: true,
						})
					: await createExam({ path: { id: cohort }, body, throwOnError: true });
			await queryClient.invalidateQueries({ queryKey: KEY });
			say(t("exam.saved"));
			onDone(data);
		});
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (check(examFaults(typed))) save(exam?.version);
	};
	const closes = (
		<MomentField
			label={t("exam.closes")}
			timeLabel={t("exam.hour")}
			day={typed.closesOn}
			time={typed.closesAt}
			onDay={(closesOn) => set({ closesOn })}
			onTime={(closesAt) => set({ closesAt })}
			said={said}
			at="/closes_at"
		/>
	);
	if (isStale(action.error)) {
		return (
			<ConflictDialog
				busy={action.busy}
				onKeepMine={() => save("*")}
				onTakeTheirs={() => {
					void queryClient.invalidateQueries({ queryKey: KEY });
					say(t("common:conflict.taken"));
					onClose();
				}}
				onClose={action.clear}
			/>
		);
	}
	const title = t(published ? "exam.putOff" : exam ? "exam.change" : "exam.new");
	return (
		<Dialog title={title} isOpen onClose={onClose}>
			<form ref={form} noValidate onSubmit={submit}>
				<Stack>
					{action.failed && <ProblemPanel error={action.error} />}
					{published && <p>{t("exam.putOffLead")}</p>}
					{!exam && (
						<NativeSelect
							label={t("exam.kind")}
							empty={t("choose")}
							options={kinds.map((id) => ({ id, label: t(`kind.${id}`) }))}
							value={typed.kind}
							onChange={(id) => set({ kind: kinds.find((one) => one === id) ?? null })}
							error={said["/kind"]}
							isRequired
						/>
					)}
					{!published && (
						<MomentField
							label={t("exam.opens")}
							timeLabel={t("exam.hour")}
							day={typed.opensOn}
							time={typed.opensAt}
							onDay={(opensOn) => set({ opensOn })}
							onTime={(opensAt) => set({ opensAt })}
							said={said}
							at="/opens_at"
						/>
					)}
					{closes}
					{!published && (
						<>
							<NumberField
								label={t("exam.limit")}
								note={t("common:state.optional")}
								hint={t("exam.limitHint")}
								value={typed.minutes}
								onChange={(minutes) => set({ minutes })}
								error={said["/minutes"]}
							/>
							<Checkbox
								hint={t("exam.shuffleHint")}
								isSelected={!typed.keepOrder}
								onChange={(on) => set({ keepOrder: !on })}
							>
								{t("exam.shuffle")}
							</Checkbox>
						</>
					)}
					<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
						{exam ? t("common:action.save") : t("exam.create")}
					</SubmitOrCancel>
				</Stack>
			</form>
		</Dialog>
	);
}
