import { useTranslation } from "react-i18next";
import type { FollowUpQuestion } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { TextField } from "@/ui/text-field.tsx";

interface Props {
	question: FollowUpQuestion;
	value: string;
	onChange: (answer: string) => void;
	error: string | undefined;
}

/** The field of one question, by its kind. */
export function QuestionField({ question, value, onChange, error }: Props) {
	const { t } = useTranslation("common");
	const { text } = useFormat();
	const { kind, required, options = [] } = question;
	const shared = {
		label: text(question.question),
		note: required ? undefined : t("state.optional"),
		error,
		isRequired: required ?? false,
	};
	if (kind === "number")
		return (
			<NumberField
				{...shared}
				value={value === "" ? null : Number(value)}
				onChange={(number) => onChange(number === null ? "" : String(number))}
			/>
		);
	if (kind === "words")
		return <TextField {...shared} dir="auto" multiline value={value} onChange={onChange} />;
	const among =
		kind === "yes_no"
			? [
					{ id: "yes", label: t("state.yes") },
					{ id: "no", label: t("state.no") },
				]
			: options.map(({ code, name }) => ({ id: code, label: text(name) }));
	return (
		<NativeSelect
			{...shared}
			empty={t("field.choose")}
			options={among}
			value={value}
			onChange={(chosen) => onChange(chosen ?? "")}
		/>
	);
}
