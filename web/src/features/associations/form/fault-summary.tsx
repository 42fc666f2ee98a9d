import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "@/ui/notice.tsx";
import { useFieldLabel } from "../use-field-label.ts";
import { idOf } from "./values.ts";

interface Props {
	/** Words by pointer, of the fields of the file alone. */
	errors: Readonly<Record<string, string>>;
	wrong: readonly string[];
	/** What was found last: each new finding is shown, even one as large as the last. */
	found: readonly unknown[];
	/** Opens the step of a field. */
	onGo: (pointer: string) => void;
}

export { atRowsTyped } from "./rows-typed.ts";

/** What is wrong in the whole file, each with the way to its field. */
export function FaultSummary({ errors, wrong, found, onGo }: Props) {
	const { t } = useTranslation("common");
	const labelOf = useFieldLabel();
	const summary = useRef<HTMLDivElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: see `found`
	useEffect(() => summary.current?.focus(), found);
	return (
		<Notice ref={summary} tone="bad" title={t("problem.fields", { count: wrong.length })}>
			<ul>
				{wrong.map((pointer) => (
					<li key={pointer}>
						<a
							href={`#${idOf(pointer)}`}
							onClick={(event) => {
								event.preventDefault();
								onGo(pointer);
								requestAnimationFrame(() => document.getElementById(idOf(pointer))?.focus());
							}}
						>
							{labelOf(pointer)}
						</a>{" "}
						— {errors[pointer]}
					</li>
				))}
			</ul>
		</Notice>
	);
}
