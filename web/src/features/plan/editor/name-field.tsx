import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TextField } from "@/ui/text-field.tsx";

interface Props {
	label: string;
	value: string;
	/** What the others are called. */
	taken: readonly string[];
	onChange: (value: string) => void;
	error?: string | undefined;
}

/** A name nobody else has: what is empty or taken stays typed and changes nothing, so that what follows the name does not go to another. */
export function NameField({ label, value, taken, onChange, error }: Props) {
	const { t } = useTranslation("plan");
	const [typed, setTyped] = useState<string | null>(null);
	const faultOf = (name: string) =>
		name.trim() === "" ? "required" : name !== value && taken.includes(name) ? "taken" : null;
	const fault = typed === null ? null : faultOf(typed);
	return (
		<TextField
			label={label}
			dir="ltr"
			value={fault === null ? value : (typed ?? value)}
			onChange={(name) => {
				setTyped(name);
				if (faultOf(name) === null) onChange(name);
			}}
			error={fault ? t(`name.${fault}`) : error}
		/>
	);
}
