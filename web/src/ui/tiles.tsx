import css from "./tiles.module.css";

/** Three or four figures, large enough to be read in passing. */
export function Tiles({ items }: { items: readonly { label: string; value: string }[] }) {
	return (
		<dl className={css.tiles}>
			{items.map(({ label, value }) => (
				<div key={label}>
					<dt>{label}</dt>
					<dd>{value}</dd>
				</div>
			))}
		</dl>
	);
}
