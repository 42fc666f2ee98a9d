import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { TextField } from "@/ui/text-field.tsx";
import { readThousandths, typedThousandths } from "../numbers.ts";
import { useWords } from "../use-words.ts";

interface Props {
	label: string;
	/** The number that is answered, in thousandths. */
	value: number | undefined;
	onChange: (value: number | null) => void;
	isDisabled: boolean;
}

/** A number; what was understood stands below it. */
export function NumberAnswer({ label, value, onChange, isDisabled }: Props) {
	const { t } = useTranslation("exams");
	const words = useWords();
	const [typed, setTyped] = useState(() => typedThousandths(value));
	const read = readThousandths(typed);
	useEffect(() => {
		// Another device or tab has changed it; what says the same stays as it was typed.
		setTyped((old) => (readThousandths(old) === (value ?? null) ? old : typedThousandths(value)));
	}, [value]);
	const change = (text: string) => {
		setTyped(text);
		const now = readThousandths(text);
		if (now !== (value ?? null)) onChange(now);
	};
	const unread = typed.trim() !== "" && read === null;
	return (
		<TextField
			label={label}
			hint={read === null ? t("number.hint") : t("number.read", { value: words.value(read) })}
			dir="ltr"
			inputMode="decimal"
			autoComplete="off"
			value={typed}
			onChange={change}
			error={unread ? t("number.unread") : undefined}
			isDisabled={isDisabled}
		/>
	);
}
