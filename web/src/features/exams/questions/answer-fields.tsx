import { useTranslation } from "react-i18next";
import { Checkbox } from "@/ui/checkbox.tsx";
import { Notice } from "@/ui/notice.tsx";
import { OrderedRows } from "@/ui/ordered-rows.tsx";
import { Card, Fields } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { TextInThree } from "@/ui/text-in-three.tsx";
import { newChoice, type QuestionTyped, withRight } from "./values.ts";

const MOST = 20;

interface Props {
	typed: QuestionTyped;
	onChange: (patch: Partial<QuestionTyped>) => void;
	said: Readonly<Record<string, string | undefined>>;
}

function NumberFields({ typed, onChange, said }: Props) {
	const { t } = useTranslation(["exams", "common"]);
	return (
		<Fields>
			<TextField
				label={t("question.value")}
				dir="ltr"
				inputMode="decimal"
				autoComplete="off"
				value={typed.value}
				onChange={(value) => onChange({ value })}
				error={said["/value"]}
				isRequired
			/>
			<TextField
				label={t("question.tolerance")}
				note={t("common:state.optional")}
				hint={t("question.toleranceHint")}
				dir="ltr"
				inputMode="decimal"
				autoComplete="off"
				value={typed.tolerance}
				onChange={(tolerance) => onChange({ tolerance })}
				error={said["/tolerance"]}
			/>
		</Fields>
	);
}

function ChoiceFields({ typed, onChange, said }: Props) {
	const { t } = useTranslation("exams");
	const { kind, choices } = typed;
	const ordering = kind === "ordering";
	const wrong = said["/choices"] ?? said["/correct"] ?? said["/correct/0"];
	return (
		<>
			{wrong && (
				<div data-wrong tabIndex={-1}>
					<Notice tone="bad" title={wrong} />
				</div>
			)}
			<OrderedRows
				lead={kind === "numeric" ? "" : t(`question.lead.${kind}`)}
				add={t(ordering ? "question.addThing" : "question.addChoice")}
				rows={choices}
				onChange={(rows) => onChange({ choices: rows })}
				blank={newChoice}
				legend={(_, index) =>
					t(ordering ? "question.thing" : "question.choice", { number: index + 1 })
				}
				most={MOST}
			>
				{(row, index, set) => (
					<>
						<TextInThree
							label={t("question.choiceText")}
							value={row.text}
							onChange={(text) => set({ text })}
							said={said}
							at={`/choices/${index}/text`}
							isRequired
							folded
						/>
						{!ordering && (
							<Checkbox
								isSelected={row.right}
								onChange={(right) => onChange({ choices: withRight(typed, row.id, right) })}
							>
								{t("question.right")}
							</Checkbox>
						)}
					</>
				)}
			</OrderedRows>
			{!ordering && (
				<Checkbox
					hint={t("question.keepOrderHint")}
					isSelected={typed.keepOrder}
					onChange={(keepOrder) => onChange({ keepOrder })}
				>
					{t("question.keepOrder")}
				</Checkbox>
			)}
		</>
	);
}

/** What can be answered, and what of it is right. */
export function AnswerFields(props: Props) {
	const { t } = useTranslation("exams");
	const numeric = props.typed.kind === "numeric";
	return (
		<Card title={t(numeric ? "question.rightNumber" : "question.choices")}>
			{numeric ? <NumberFields {...props} /> : <ChoiceFields {...props} />}
		</Card>
	);
}
