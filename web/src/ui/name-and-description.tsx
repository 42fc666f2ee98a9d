import type { ReactNode } from "react";
import type { Names } from "@/i18n/names.ts";
import { TextInThree } from "./text-in-three.tsx";

interface Typed {
	name: Names;
	description: Names;
}

interface Props {
	nameLabel: string;
	descriptionLabel: string;
	typed: Typed;
	onChange: (patch: Partial<Typed>) => void;
	/** What is said of each field, by pointer. */
	said: Readonly<Record<string, string | undefined>>;
	/** The name in the other languages is there from the start. */
	spread?: boolean;
	/** What comes between the two. */
	children?: ReactNode;
}

/** What something is called and what it is about, each in three languages. */
export function NameAndDescription(props: Props) {
	const { nameLabel, descriptionLabel, typed, onChange, said, spread, children } = props;
	return (
		<>
			<TextInThree
				label={nameLabel}
				value={typed.name}
				onChange={(name) => onChange({ name })}
				said={said}
				at="/name"
				isRequired
				folded={!spread}
			/>
			{children}
			<TextInThree
				label={descriptionLabel}
				value={typed.description}
				onChange={(description) => onChange({ description })}
				said={said}
				at="/description"
				multiline
				folded
			/>
		</>
	);
}
