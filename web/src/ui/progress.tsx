import { useId } from "react";
import css from "./progress.module.css";

interface Props {
	label: string;
	/** In words: "1.200 of 5.000 rows". */
	said: string;
	value: number;
	/** Unknown until the server has counted. */
	max: number | null;
}

export function Progress({ label, said, value, max }: Props) {
	const id = useId();
	return (
		<div className={css.progress}>
			<label htmlFor={id}>{label}</label>
			<span className="num">{said}</span>
			<progress
				id={id}
				className={css.bar}
				value={max ? value : undefined}
				max={max ?? undefined}
			/>
		</div>
	);
}
