import { useFormat } from "@/i18n/index.tsx";
import css from "./charts.module.css";

interface Bar {
	id: string;
	label: string;
	value: number;
}

/** Bars that start at the reading edge in both directions; the numbers stand beside them as text. */
export function BarChart({ bars }: { bars: readonly Bar[] }) {
	const { number } = useFormat();
	const greatest = Math.max(1, ...bars.map((bar) => bar.value));
	return (
		<ol className={css.bars}>
			{bars.map((bar) => (
				<li key={bar.id}>
					<span className={css.label}>
						<bdi>{bar.label}</bdi>
					</span>
					<span className={css.track} aria-hidden="true">
						<span style={{ inlineSize: `${(100 * bar.value) / greatest}%` }} />
					</span>
					<b className="num">{number(bar.value)}</b>
				</li>
			))}
		</ol>
	);
}
