import { type ReactNode, useId, useState, useSyncExternalStore } from "react";
import { ChevronDown } from "@/ui/icons.tsx";
import css from "./fold.module.css";

const NARROW = "(max-width: 900px)";

function subscribe(listener: () => void) {
	const media = matchMedia(NARROW);
	media.addEventListener("change", listener);
	return () => media.removeEventListener("change", listener);
}

/** Whether the page is as narrow as a phone or a small tablet. */
export const useNarrow = () => useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches);

interface Props {
	title: string;
	/** Shown from the start on a phone; elsewhere everything is. */
	open?: boolean;
	/** A card or a chart with the same title. */
	children: ReactNode;
}

/** A part of a long page: on a phone its title opens and closes it. What was typed inside stays. */
export function Fold({ title, open = false, children }: Props) {
	const id = useId();
	const narrow = useNarrow();
	const [shown, setShown] = useState(open);
	return (
		<div className={css.fold}>
			{narrow && (
				<h2 className={css.head}>
					<button
						type="button"
						aria-expanded={shown}
						aria-controls={id}
						onClick={() => setShown(!shown)}
					>
						{title}
						<ChevronDown />
					</button>
				</h2>
			)}
			<div id={id} className={css.body} hidden={narrow && !shown}>
				{children}
			</div>
		</div>
	);
}
