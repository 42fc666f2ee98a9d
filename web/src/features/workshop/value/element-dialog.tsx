import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Element, ElementInput, ElementKind } from "@/api/gen/types.gen.ts";
import { addElement, deleteElement, updateElement } from "@/api/gen/workshop-sdk.gen.ts";
import { Checkbox } from "@/ui/checkbox.tsx";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { CardDialog, useCard } from "../card-dialog.tsx";
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
	const { t } = useTranslation("workshop");
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
	const body: ElementInput = {
		kind,
		text: text.trim(),
		order: element?.order ?? null,
		weight: weight ? Number(weight) : null,
		...(under ? { parent_id: parent } : {}),
		answers: answers.filter((one) => needs.some((need) => need.id === one)),
	};
	const state = useCard({
		list: [...projectKey(id), "value"],
		card: element,
		cards: elements,
		add: () => addElement({ path: { id }, body, throwOnError: true }),
		update: (one, headers) =>
			updateElement({ path: { id, element_id: one.id }, body, headers, throwOnError: true }),
		remove: (one, headers) =>
			deleteElement({ path: { id, element_id: one.id }, headers, throwOnError: true }),
		removed: t("value.removed"),
		onClose,
	});
	const { action, discard } = state;
	if (removing) {
		return (
			<ConfirmDialog
				title={t("value.remove")}
				action={action}
				confirm={t("value.remove")}
				onConfirm={() => void discard()}
				onClose={() => setRemoving(false)}
			>
				<p dir="auto">{element?.text}</p>
				<p>{t("value.removeLead", { count: within })}</p>
			</ConfirmDialog>
		);
	}
	return (
		<CardDialog
			state={state}
			title={t(element ? `element.edit.${kind}` : `element.add.${kind}`)}
			removal={t("value.remove")}
			onRemove={() => {
				action.clear();
				if (within > 0) setRemoving(true);
				else void discard();
			}}
		>
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
		</CardDialog>
	);
}
