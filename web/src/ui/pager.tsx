import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { ChevronBack, ChevronNext } from "./icons.tsx";
import css from "./pager.module.css";

interface Props {
	/** What is shown of how many, in words. */
	range: string;
	onPrevious: (() => void) | undefined;
	onNext: (() => void) | undefined;
}

/** Steps through an answer given in pages, where it has more than one; the server's cursors know only forward and back. */
export function Pager({ range, onPrevious, onNext }: Props) {
	const { t } = useTranslation("common");
	return (
		<nav className={css.pager} aria-label={t("page.label")}>
			<span className="num" aria-live="polite">
				{range}
			</span>
			{(onPrevious || onNext) && (
				<div className={css.steps}>
					<Button small isDisabled={!onPrevious} onPress={() => onPrevious?.()}>
						<ChevronBack size={16} />
						{t("page.previous")}
					</Button>
					<Button small isDisabled={!onNext} onPress={() => onNext?.()}>
						{t("page.next")}
						<ChevronNext size={16} />
					</Button>
				</div>
			)}
		</nav>
	);
}
