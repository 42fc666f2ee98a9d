import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { Element, ElementInput, ElementKind } from "@/api/gen/types.gen.ts";
import { addElement, deleteElement, updateElement } from "@/api/gen/workshop-sdk.gen.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { Overtaken, wasOvertaken } from "../overtaken.tsx";
import { projectKey } from "../queries.ts";
import { answeredBy, NEEDS, parentKind } from "./elements.ts";
import css from "./value.module.css";

const WEIGHTS = ["1", "2", "3", "4", "5"] as const;

export interface Opened {
	kind: ElementKind;
	/** The element that is changed, or nothing for a new one. */
	element?: Element;
	/** The segment or offer a new one stands under. */
	parent?: string;
}

interface Props {
	id: string;
	opened: Opened;
	/** All there is now: what can be answered, what it can stand under, what others made of it. */
	elements: readonly Element[];
	onClose: () => void;
}

/** One element: its words, how much it matters, what it stands under, what it answers. */
export function ElementDialog({ id, opened, elements, onClose }: Props) {
	const { t } = useTranslation(["workshop", "common"]);
	const queryClient = useQueryClient();
	const action = useAction();
	const { kind, element } = opened;
	const [text, setText] = useState(element?.text ?? "");
	const [weight, setWeight] = useState(element?.weight ? String(element.weight) : null);
	const [parent, setParent] = useState(element?.parent_id ?? opened.parent ?? null);
	const [answers, setAnswers] = useState<readonly string[]>(element?.answers ?? []);
	const [removing, setRemoving] = useState(false);
	const under = parentKind(kind);
	const parents = elements.filter((one) => one.kind === under);
	const answered = answeredBy(kind);
	const needs = elements.filter((one) => one.kind === answered);
	const within = elements.filter((one) => one.parent_id === element?.id).length;
	const lost = element && wasOvertaken(action.error);
	const current = elements.find((one) => one.id === element?.id);
	const key = [...projectKey(id), "value"];

	const run = async (work: () => Promise<unknown>, words: string) => {
		const done = await action.run(async () => {
			try {
				await work();
			} finally {
				// Also after a refusal: what others have made of it is read before it is shown.
				await queryClient.invalidateQueries({ queryKey: key });
			}
		});
		if (!done) return;
		say(words);
		onClose();
	};
	const body: ElementInput = {
		kind,
		text: text.trim(),
		order: element?.order ?? null,
		weight: weight ? Number(weight) : null,
		...(under ? { parent_id: parent } : {}),
		answers: answers.filter((one) => needs.some((need) => need.id === one)),
	};
	const save = () =>
		run(async () => {
			if (!element || (lost && !current)) {
				await addElement({ path: { id }, body, throwOnError: true });
				return;
			}
			await updateElement({
				path: { id, element_id: element.id },
				body,
				headers: ifMatch(lost && current ? current.version : element.version),
				throwOnError: true,
			});
		}, t("saved"));
	const remove = () =>
		run(async () => {
			if (!current) return;
			await deleteElement({
				path: { id, element_id: current.id },
				headers: ifMatch(current.version),
				throwOnError: true,
			});
		}, t("value.removed"));

	if (removing) {
		return (
			<Dialog title={t("value.remove")} isOpen onClose={onClose} role="alertdialog">
				<Form action={action} onSubmit={() => void remove()}>
					<p dir="auto">{element?.text}</p>
					<p>{t("value.removeLead", { count: within })}</p>
					<Actions>
						<Button type="submit" variant="danger" isPending={action.busy}>
							{t("value.remove")}
						</Button>
						<Button onPress={() => setRemoving(false)}>{t("common:action.cancel")}</Button>
					</Actions>
				</Form>
			</Dialog>
		);
	}
	return (
		<Dialog
			title={t(element ? `element.edit.${kind}` : `element.add.${kind}`)}
			isOpen
			onClose={onClose}
		>
			<Form
				action={lost ? { failed: false, error: undefined } : action}
				onSubmit={() => void save()}
			>
				{lost && <Overtaken theirs={current?.text} />}
				<TextField
					label={t(`element.one.${kind}`)}
					hint={t(`element.hint.${kind}`)}
					dir="auto"
					multiline
					value={text}
					onChange={setText}
					error={action.wrong["/text"]}
					isRequired
				/>
				{under && parents.length > 1 && (
					<NativeSelect
						label={t(`element.one.${under}`)}
						options={parents.map((one) => ({ id: one.id, label: one.text }))}
						value={parent}
						onChange={setParent}
						error={action.wrong["/parent_id"]}
					/>
				)}
				{NEEDS.some((need) => need === kind) && (
					<NativeSelect
						label={t("value.weight")}
						empty={t("value.noWeight")}
						options={WEIGHTS.map((one) => ({ id: one, label: t(`level.${one}`) }))}
						value={weight}
						onChange={setWeight}
						error={action.wrong["/weight"]}
					/>
				)}
				{answered && (
					<fieldset className={css.answers}>
						<legend>{t(`value.answers.${answered}`)}</legend>
						{needs.length === 0 && <p className={css.quiet}>{t("value.nothingToAnswer")}</p>}
						{needs.map((need) => (
							<Checkbox
								key={need.id}
								isSelected={answers.includes(need.id)}
								onChange={(chosen) =>
									setAnswers(
										chosen ? [...answers, need.id] : answers.filter((one) => one !== need.id),
									)
								}
							>
								<bdi>{need.text}</bdi>
							</Checkbox>
						))}
					</fieldset>
				)}
				<Actions>
					<Button type="submit" variant="primary" isPending={action.busy}>
						{t("common:action.save")}
					</Button>
					{element && (
						<Button
							variant="danger"
							isDisabled={action.busy}
							onPress={() => {
								action.clear();
								if (within > 0) setRemoving(true);
								else void remove();
							}}
						>
							{t("value.remove")}
						</Button>
					)}
					<Button onPress={onClose}>{t("common:action.cancel")}</Button>
				</Actions>
			</Form>
		</Dialog>
	);
}
