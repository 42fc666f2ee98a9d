import { useTranslation } from "react-i18next";
import { Button } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import field from "@/ui/field.module.css";
import { ErrorText } from "@/ui/field.tsx";
import { Plus, Trash } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { OrderedRows } from "@/ui/ordered-rows.tsx";
import { withoutRow, withRow } from "@/ui/row-list.ts";
import { TextInThree } from "@/ui/text-in-three.tsx";
import css from "./seats.module.css";
import {
	newOption,
	newQuestion,
	type OptionTyped,
	ofKind,
	QUESTION_KINDS,
	type QuestionTyped,
} from "./values.ts";

const MOST = 30;

type Said = Readonly<Record<string, string | undefined>>;

interface OptionsProps {
	options: readonly OptionTyped[];
	onChange: (options: OptionTyped[]) => void;
	said: Said;
	at: string;
}

/** What one chooses among. */
function Options({ options, onChange, said, at }: OptionsProps) {
	const { t } = useTranslation("commission");
	return (
		<fieldset className={css.options}>
			<legend className={field.label}>{t("seats.options")}</legend>
			{options.map((option, index) => (
				<div key={option.code} className={css.option}>
					<TextInThree
						label={t("seats.option", { number: index + 1 })}
						value={option.name}
						onChange={(name) => onChange(withRow(options, index, { name }))}
						said={said}
						at={`${at}/${index}/name`}
						isRequired
						folded
					/>
					<Button
						small
						variant="quiet"
						aria-label={t("seats.removeOption", { number: index + 1 })}
						onPress={() => onChange(withoutRow(options, index))}
					>
						<Trash size={16} />
					</Button>
				</div>
			))}
			{said[at] && (
				<span className={field.error}>
					<ErrorText>{said[at]}</ErrorText>
				</span>
			)}
			<div>
				<Button
					small
					isDisabled={options.length >= MOST}
					onPress={() => onChange([...options, newOption(options)])}
				>
					<Plus size={16} />
					{t("seats.addOption")}
				</Button>
			</div>
		</fieldset>
	);
}

interface Props {
	questions: readonly QuestionTyped[];
	onChange: (questions: QuestionTyped[]) => void;
	said: Said;
}

/** What those who are selected are asked, in the order they are asked it. */
export function Questions({ questions, onChange, said }: Props) {
	const { t } = useTranslation("commission");
	return (
		<OrderedRows
			lead={t("seats.questionsLead")}
			add={t("seats.addQuestion")}
			rows={questions}
			onChange={onChange}
			blank={() => newQuestion(questions)}
			legend={(row, index) => row.question.ar || t("seats.question", { number: index + 1 })}
			most={MOST}
		>
			{(row, index, set) => {
				const at = `/questions/${index}`;
				return (
					<>
						<TextInThree
							label={t("seats.questionText")}
							value={row.question}
							onChange={(question) => set({ question })}
							said={said}
							at={`${at}/question`}
							isRequired
							folded
						/>
						<NativeSelect
							label={t("seats.kindLabel")}
							options={QUESTION_KINDS.map((kind) => ({ id: kind, label: t(`seats.kind.${kind}`) }))}
							value={row.kind}
							onChange={(chosen) => {
								const kind = QUESTION_KINDS.find((one) => one === chosen) ?? "words";
								set(ofKind(kind, row.options));
							}}
							error={said[`${at}/kind`]}
							isRequired
						/>
						{row.kind === "choice" && (
							<Options
								options={row.options}
								onChange={(options) => set({ options })}
								said={said}
								at={`${at}/options`}
							/>
						)}
						<Checkbox isSelected={row.required} onChange={(required) => set({ required })}>
							{t("seats.required")}
						</Checkbox>
					</>
				);
			}}
		</OrderedRows>
	);
}
