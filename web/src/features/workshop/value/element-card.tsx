import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Element } from "@/api/gen/types.gen.ts";
import { Button } from "@/ui/button.tsx";
import { Edit } from "@/ui/icons.tsx";
import { answeredBy, answering, NEEDS } from "./elements.ts";
import css from "./value.module.css";

interface Props {
	element: Element;
	elements: readonly Element[];
	/** Absent where nothing may be changed. */
	onEdit: ((element: Element) => void) | undefined;
	/** The words of a segment or an offer are a heading. */
	heading?: boolean;
	children?: ReactNode;
}

/** An element with what it answers, or what answers it, in words. */
export function ElementCard({ element, elements, onEdit, heading }: Props) {
	const { t } = useTranslation("workshop");
	const { kind, text, weight } = element;
	const isNeed = NEEDS.some((need) => need === kind);
	const isAnswer = answeredBy(kind) !== undefined;
	const others = isNeed
		? answering(elements, element)
		: elements.filter((one) => element.answers?.includes(one.id));
	return (
		<div
			className={css.card}
			data-element={element.id}
			data-kind={answeredBy(kind) ?? kind}
			data-open={(isNeed && others.length === 0) || undefined}
		>
			<div className={css.words}>
				{heading ? <h3 dir="auto">{text}</h3> : <p dir="auto">{text}</p>}
				{onEdit && (
					<Button
						small
						variant="quiet"
						aria-label={t(isAnswer ? "value.editOrLinkOf" : "value.editOf", { text })}
						onPress={() => onEdit(element)}
					>
						<Edit size={16} />
					</Button>
				)}
			</div>
			{weight != null && <p className={css.quiet}>{t("value.weightOf", { weight })}</p>}
			{(isNeed || isAnswer) && (
				<p className={css.quiet}>
					{others.length === 0 ? (
						<b>{t(isNeed ? "value.open" : "value.idle")}</b>
					) : (
						<>
							{t(isNeed ? "value.answeredBy" : "value.answersTo")}{" "}
							{others.map((one, index) => (
								<span key={one.id}>
									{index > 0 && t("value.and")}
									<bdi>{one.text}</bdi>
								</span>
							))}
						</>
					)}
				</p>
			)}
		</div>
	);
}
