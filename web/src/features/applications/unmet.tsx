import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Kind, Level, type UnmetCondition } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useCraftSectors, useWilayas } from "@/reference/use-reference.ts";
import css from "./application.module.css";
import { type Mendable, mendable } from "./mend.ts";

/** Codes of a condition, as the API gives them, in words. */
function useWordsOf() {
	const { t } = useTranslation(["applications", "common"]);
	const wilayas = useWilayas();
	const sectors = useCraftSectors();
	const name: Partial<Record<Mendable, (code: string) => string>> = {
		levels: (code) => {
			const level = Object.values(Level).find((one) => one === code);
			return level ? t(`common:level.${level}`) : code;
		},
		kinds: (code) => {
			const kind = Object.values(Kind).find((one) => one === code);
			return kind ? t(`common:kind.${kind}`) : code;
		},
		craft_sectors: sectors.name,
		wilayas: wilayas.name,
	};
	return (condition: string, codes: string | null | undefined) => {
		const known = mendable(condition);
		if (!codes || !known) return undefined;
		if (known === "registered_years") return t("unmet.years", { count: Number(codes) });
		const word = name[known];
		return word && codes.split(", ").map(word).join(t("listSeparator"));
	};
}

interface Props {
	unmet: readonly UnmetCondition[];
	/** The association itself reads: how to mend is for it. */
	own: boolean;
}

/** The conditions that are not met: in the API's words, what is asked and found, and how to mend it. */
export function Unmet({ unmet, own }: Props) {
	const { t } = useTranslation("applications");
	const { text } = useFormat();
	const words = useWordsOf();
	return (
		<>
			<ul className={css.unmet}>
				{unmet.map(({ condition, explanation, expected, found }) => {
					const asked = words(condition, expected);
					const has = words(condition, found);
					const mend = mendable(condition);
					return (
						<li key={condition}>
							<b>{text(explanation)}</b>
							{asked && <span>{t("unmet.asked", { words: asked })}</span>}
							{has && <span>{t("unmet.found", { words: has })}</span>}
							{own && mend && <span>{t(`mend.${mend}`)}</span>}
						</li>
					);
				})}
			</ul>
			{own && (
				<p>
					<Link to="/desk">{t("unmet.file")}</Link>
				</p>
			)}
		</>
	);
}
