import { useStore } from "@tanstack/react-form";
import {
	type FormEvent,
	lazy,
	type ReactNode,
	Suspense,
	useEffect,
	useMemo,
	useState,
} from "react";
import { useTranslation } from "react-i18next";
import { isProblem } from "@/api/problem.ts";
import { Button } from "@/ui/button.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { Loading } from "@/ui/states.tsx";
import { Stepper } from "@/ui/stepper.tsx";
import { useAction } from "@/ui/use-action.ts";
import { MarksProvider, useAppForm } from "./bound-fields.tsx";
import { type Fault, faultsOf, STEPS, stepOf } from "./checks.ts";
import css from "./form.module.css";
import { IdentityStep } from "./identity-step.tsx";
import { dropDraft, keepDraft } from "./kept-draft.ts";
import type { FileValues } from "./values.ts";

interface Props {
	/** The association's identifier, or `new`: names the draft kept in this browser. */
	draftId: string;
	etag: string | null;
	/** What the server said when one began, so that two versions can be told apart later. */
	base?: FileValues | undefined;
	initial: FileValues;
	/** Remarks of the review, by pointer. */
	remarks?: Readonly<Record<string, string>>;
	submitLabel: string;
	/** Shown on the last step: an applicant, documents, a note. */
	last?: ReactNode;
	/** Problems of the last part, which are not fields of the file. */
	onSubmit: (values: FileValues) => Promise<void>;
}

// The first step is there at once; the others come while it is being filled in.
const later = () => import("./later-steps.tsx");
const PARTS = {
	identity: IdentityStep,
	legal: lazy(() => later().then((module) => ({ default: module.LegalStep }))),
	seat: lazy(() => later().then((module) => ({ default: module.SeatStep }))),
	crafts: lazy(() => later().then((module) => ({ default: module.CraftsStep }))),
	board: lazy(() => later().then((module) => ({ default: module.BoardStep }))),
	people: lazy(() => later().then((module) => ({ default: module.PeopleStep }))),
	contacts: lazy(() => later().then((module) => ({ default: module.ContactsStep }))),
} as const;
const summary = () => import("./fault-summary.tsx");
const FaultSummary = lazy(() => summary().then((module) => ({ default: module.FaultSummary })));
const DuplicateHint = lazy(() =>
	import("./duplicate-hint.tsx").then((module) => ({ default: module.DuplicateHint })),
);

/** A file in steps. Everything typed is kept in this browser until the server has it. */
export function FileForm(props: Props) {
	const { draftId, etag, base, initial, remarks = {}, submitLabel, last, onSubmit } = props;
	const { t } = useTranslation(["associations", "common"]);
	const [step, setStep] = useState(0);
	const [faults, setFaults] = useState<Readonly<Record<string, Fault>>>({});
	const action = useAction();
	const form = useAppForm({ defaultValues: initial });
	const values = useStore(form.store, (state) => state.values);
	const touched = useStore(form.store, (state) => state.isDirty);

	useEffect(() => {
		if (touched) keepDraft(draftId, { values, etag, base });
	}, [touched, values, draftId, etag, base]);

	const errors = useMemo(() => {
		const words: Record<string, string> = {};
		for (const [pointer, fault] of Object.entries(faults)) words[pointer] = t(`fault.${fault}`);
		return { ...words, ...action.wrong };
	}, [faults, action.wrong, t]);
	const wrong = Object.keys(errors).filter((pointer) => stepOf(pointer));
	const stepsWrong = new Set(wrong.map(stepOf));
	const count = wrong.length;

	const current = STEPS[step] ?? "identity";
	const Part = PARTS[current];
	useEffect(() => {
		void later();
		void summary();
	}, []);
	const isLast = step === STEPS.length - 1;

	const send = async () => {
		const found = Object.assign({}, ...STEPS.map((name) => faultsOf(name, values)));
		setFaults(found);
		const homes = new Set(Object.keys(found).map(stepOf));
		const first = STEPS.findIndex((name) => homes.has(name));
		if (first >= 0) {
			setStep(first);
			return;
		}
		await action.run(async () => {
			try {
				await onSubmit(values);
				dropDraft(draftId);
			} catch (failure) {
				if (!isProblem(failure) || !failure.errors?.length) throw failure;
				const { atRowsTyped } = await summary();
				const problem = atRowsTyped(values, failure);
				const pointer = problem.errors?.find((one) => stepOf(one.pointer));
				const home = pointer && stepOf(pointer.pointer);
				if (home) setStep(STEPS.indexOf(home));
				throw problem;
			}
		});
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (isLast) {
			void send();
			return;
		}
		const found = faultsOf(current, values);
		setFaults(found);
		action.clear();
		if (Object.keys(found).length === 0) {
			setStep(step + 1);
			scrollTo({ top: 0 });
		}
	};

	return (
		<MarksProvider marks={{ errors, remarks }}>
			<form className={css.form} onSubmit={submit} noValidate>
				<Stepper
					label={t("form.steps")}
					steps={STEPS.map((id) => ({ id, label: t(`step.${id}`), wrong: stepsWrong.has(id) }))}
					current={step}
					onGo={setStep}
				/>
				{action.failed && <ProblemPanel error={action.error} hideFields={count > 0} />}
				{count > 0 && (
					<Suspense>
						<FaultSummary
							errors={errors}
							wrong={wrong}
							found={[faults, action.error]}
							onGo={(pointer) => {
								const home = stepOf(pointer);
								if (home) setStep(STEPS.indexOf(home));
							}}
						/>
					</Suspense>
				)}
				<h2>{t(`step.${current}`)}</h2>
				<Suspense fallback={<Loading />}>
					<Part form={form} />
				</Suspense>
				{draftId.startsWith("new") && (
					<Suspense>
						<DuplicateHint values={values} />
					</Suspense>
				)}
				{isLast && last}
				<div className={css.foot}>
					{step > 0 ? (
						<Button onPress={() => setStep(step - 1)}>{t("common:action.back")}</Button>
					) : (
						<span className={css.kept}>{t("form.kept")}</span>
					)}
					<Button type="submit" variant="primary" isPending={action.busy}>
						{isLast ? submitLabel : t("common:action.next")}
					</Button>
				</div>
			</form>
		</MarksProvider>
	);
}
