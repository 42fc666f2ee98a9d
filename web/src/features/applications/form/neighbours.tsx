import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listAssociations } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useWilayas } from "@/reference/use-reference.ts";
import { Button } from "@/ui/button.tsx";
import { wordOnAny } from "@/ui/code-choice.tsx";
import { Finder } from "@/ui/finder.tsx";
import { Trash } from "@/ui/icons.tsx";
import css from "../chosen.module.css";
import { useAssociationNames } from "../use-association-names.ts";
import type { Section } from "./section.ts";

/** As many as the server takes. */
const MOST = 5;

/** Associations one would like to stand beside. */
export function Neighbours({ typed, onChange, said }: Section) {
	const { t } = useTranslation("applications");
	const { text } = useFormat();
	const wilayas = useWilayas();
	const [names, setNames] = useState<Record<string, string>>({});
	const { neighbours } = typed;
	const name = useAssociationNames(neighbours, names);
	const wrong: Record<string, string> = {};
	for (const [pointer, word] of Object.entries(said)) if (word) wrong[pointer] = word;
	const error = wordOnAny(wrong, "/stand_wishes/next_to");
	return (
		<>
			{neighbours.length > 0 && (
				<ul className={css.chosen} aria-label={t("wishes.neighbours")}>
					{neighbours.map((id) => (
						<li key={id}>
							<bdi>{name(id)}</bdi>
							<Button
								small
								variant="quiet"
								aria-label={t("review.removeInterest", { name: name(id) })}
								onPress={() => onChange({ neighbours: neighbours.filter((one) => one !== id) })}
							>
								<Trash size={16} />
							</Button>
						</li>
					))}
				</ul>
			)}
			{error && <p role="alert">{error}</p>}
			{neighbours.length < MOST && (
				<Finder
					label={t("wishes.findNeighbour")}
					hint={t("wishes.neighboursHint")}
					of={["associations", "found"]}
					without={new Set(neighbours)}
					addLabel={(one) => t("review.addInterest", { name: one })}
					search={async (words, signal) =>
						(
							await listAssociations({
								query: { q: words, limit: 10 },
								signal,
								throwOnError: true,
							})
						).data.items.map((row) => ({
							id: row.id,
							name: text(row.name),
							note: wilayas.name(row.wilaya_code),
						}))
					}
					onAdd={(one) => {
						setNames({ ...names, [one.id]: one.name });
						onChange({ neighbours: [...neighbours, one.id] });
					}}
				/>
			)}
		</>
	);
}
