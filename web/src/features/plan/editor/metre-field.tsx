import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Field, type FieldProps } from "@/ui/field.tsx";
import { centimetres, metres } from "../shape/metres.ts";

interface Props extends FieldProps {
	/** Centimetres. */
	value: number;
	onChange: (value: number) => void;
	/** The least that makes sense: a wall has a length. */
	least?: number;
}

/** A length in metres; what is no length yet stays typed and changes nothing. */
export function MetreField({ value, onChange, least, ...field }: Props) {
	const { t } = useTranslation("plan");
	const [typed, setTyped] = useState<string | null>(null);
	const read = typed === null ? value : centimetres(typed);
	const wrong = read === null || (least !== undefined && read < least);
	const change = (text: string) => {
		setTyped(text);
		const next = centimetres(text);
		if (next !== null && (least === undefined || next >= least)) onChange(next);
	};
	return (
		<Field {...field} error={field.error ?? (wrong ? t("metres.wrong") : undefined)}>
			{(control) => (
				<input
					{...control}
					type="text"
					inputMode="decimal"
					autoComplete="off"
					dir="ltr"
					value={typed ?? metres(value)}
					onChange={(event) => change(event.target.value)}
					onBlur={() => !wrong && setTyped(null)}
				/>
			)}
		</Field>
	);
}
