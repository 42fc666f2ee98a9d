import { PATHS, project, SIZE } from "./map-geometry.ts";
import css from "./place-map.module.css";

/** Part of the country's width that is shown around the point. */
const SHARE = 0.34;

interface Props {
	/** What is marked, in words. */
	label: string;
	wilaya: string;
	longitude: number;
	latitude: number;
}

/** One point with the wilayas around it; never mirrored. */
export function PlaceMap({ label, wilaya, longitude, latitude }: Props) {
	const { x, y } = project(longitude, latitude);
	const width = SIZE.width * SHARE;
	const height = width / 2;
	// The sea has nothing to show: the point stands in the upper third.
	const box = [x - width / 2, y - height / 3, width, height];
	return (
		<svg
			viewBox={box.map((part) => part.toFixed(1)).join(" ")}
			role="img"
			aria-label={label}
			direction="ltr"
			className={css.drawing}
		>
			{PATHS.map(([code, path]) => (
				<path key={code} d={path} data-in={code === wilaya || undefined} />
			))}
			<circle cx={x} cy={y} r={width / 40} className={css.halo} />
			<circle cx={x} cy={y} r={width / 90} className={css.point} />
		</svg>
	);
}
