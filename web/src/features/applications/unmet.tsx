import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { UnmetCondition } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import css from "./application.module.css";
import { mendable } from "./mend.ts";

interface Props {
	unmet: readonly UnmetCondition[];
	/** The association itself reads: how to mend is for it. */
	own: boolean;
}

/** The conditions that are not met: in the API's words, what is asked and found, and how to mend it. */
export function Unmet({ unmet, own }: Props) {
	const { t } = useTranslation("applications");
	const { text } = useFormat();
	return (
		<>
			<ul className={css.unmet}>
				{unmet.map(({ condition, explanation }) => {
					const mend = mendable(condition);
					return (
						<li key={condition}>
							<b>{text(explanation)}</b>
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
