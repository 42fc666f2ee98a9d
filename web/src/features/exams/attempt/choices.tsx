import { useId } from "react";
import type { QuestionChoice } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import css from "./attempt.module.css";

interface Props {
	legend: string;
	hint?: string;
	choices: readonly QuestionChoice[];
	/** Names of those that are taken. */
	taken: readonly string[];
	onChange: (taken: string[]) => void;
	/** Any number of them, or one. */
	many: boolean;
	isDisabled: boolean;
}

/** Choices of which one or several are taken: the platform’s own boxes, on lines one can hit with a thumb. */
export function Choices({ legend, hint, choices, taken, onChange, many, isDisabled }: Props) {
	const { text } = useFormat();
	const id = useId();
	const change = (choice: string, on: boolean) => {
		if (!many) return onChange([choice]);
		// In the order of the paper, however they were ticked.
		onChange(
			choices.map((one) => one.id).filter((one) => (one === choice ? on : taken.includes(one))),
		);
	};
	return (
		<fieldset className={css.choices} disabled={isDisabled} aria-describedby={hint && `${id}-hint`}>
			<legend dir="auto">{legend}</legend>
			{hint && (
				<p id={`${id}-hint`} className="quiet">
					{hint}
				</p>
			)}
			{choices.map((choice) => {
				const on = taken.includes(choice.id);
				return (
					<label key={choice.id} className={css.choice} data-on={on || undefined}>
						<input
							type={many ? "checkbox" : "radio"}
							name={id}
							checked={on}
							onChange={(event) => change(choice.id, event.target.checked)}
						/>
						<bdi>{text(choice.text)}</bdi>
					</label>
				);
			})}
		</fieldset>
	);
}
