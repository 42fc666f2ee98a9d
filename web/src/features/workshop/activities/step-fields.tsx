import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import { Button } from "@/ui/button.tsx";
import { Plus, Trash } from "@/ui/icons.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { blankStep, MOST_STEPS, type Step, sharesOf } from "../measure.ts";
import { NameFields } from "../name-fields.tsx";
import css from "./steps.module.css";

interface Props {
	steps: readonly Step[];
	onChange: (steps: readonly Step[]) => void;
	/** The word on a part of the measure; the second says what is wrong when it cannot be read. */
	wordOn: (part: string, words: string) => string | undefined;
}

/** The steps of an activity, each with its share of the work. One of them stays. */
export function StepFields({ steps, onChange, wordOn }: Props) {
	const { t } = useTranslation("workshop");
	const { number } = useFormat();
	const shares = sharesOf(steps);
	const set = (index: number, patch: Partial<Step>) =>
		onChange(steps.map((one, i) => (i === index ? { ...one, ...patch } : one)));
	return (
		<fieldset className={css.steps}>
			<legend>{t("measure.steps")}</legend>
			<ol>
				{steps.map((step, index) => {
					const share = shares[index];
					return (
						<li key={step.code}>
							<div className={css.names}>
								<NameFields
									label={t("measure.step", { number: index + 1 })}
									value={step.names}
									onChange={(names) => set(index, { names })}
									said={(language) =>
										wordOn(`steps/${index}/name/${language}`, t("measure.unnamed"))
									}
									folded
								/>
							</div>
							<TextField
								label={t("measure.weight", { number: index + 1 })}
								hint={
									share == null ? undefined : t("percent", { value: number(Math.round(share)) })
								}
								dir="ltr"
								inputMode="decimal"
								value={step.weight}
								onChange={(weight) => set(index, { weight })}
								error={wordOn(`steps/${index}/weight`, t("measure.unread"))}
								isRequired
							/>
							<Button
								small
								variant="quiet"
								aria-label={t("measure.removeStep", { number: index + 1 })}
								isDisabled={steps.length === 1}
								onPress={() => onChange(steps.filter((one) => one !== step))}
							>
								<Trash size={16} />
							</Button>
						</li>
					);
				})}
			</ol>
			<Button
				small
				isDisabled={steps.length >= MOST_STEPS}
				onPress={() => onChange([...steps, blankStep(steps)])}
			>
				<Plus size={16} />
				{t("measure.addStep")}
			</Button>
		</fieldset>
	);
}
