import { useState } from "react";
import { useTranslation } from "react-i18next";
import { wordOnAny } from "@/ui/code-choice.tsx";
import { AssociationsField, type NamesById } from "../associations-field.tsx";
import type { Section } from "./section.ts";

/** As many as the server takes. */
const MOST = 5;

/** Associations one would like to stand beside. */
export function Neighbours({ typed, onChange, said }: Section) {
	const { t } = useTranslation("applications");
	const [names, setNames] = useState<NamesById>({});
	const wrong: Record<string, string> = {};
	for (const [pointer, word] of Object.entries(said)) if (word) wrong[pointer] = word;
	return (
		<AssociationsField
			listLabel={t("wishes.neighbours")}
			findLabel={t("wishes.findNeighbour")}
			hint={t("wishes.neighboursHint")}
			ids={typed.neighbours}
			names={names}
			onChange={(neighbours, known) => {
				setNames(known);
				onChange({ neighbours });
			}}
			most={MOST}
			error={wordOnAny(wrong, "/stand_wishes/next_to")}
		/>
	);
}
