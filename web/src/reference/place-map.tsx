import { NORTH, PATHS, project, WHOLE } from "./map-geometry.ts";
import css from "./place-map.module.css";

/** Above this the crowded north is drawn large. */
const NORTHERN = 34;

interface Props {
	/** What is marked, in words. */
	label: string;
	wilaya: string;
	longitude: number;
	latitude: number;
}

/** One point in its wilaya; never mirrored. */
export function PlaceMap({ label, wilaya, longitude, latitude }: Props) {
	const { x, y } = project(longitude, latitude);
	const north = latitude > NORTHERN;
	const size = north ? 0.62 : 1;
	return (
		<svg
			viewBox={north ? NORTH : WHOLE}
			role="img"
			aria-label={label}
			direction="ltr"
			className={css.drawing}
		>
			{PATHS.map(([code, path]) => (
				<path key={code} d={path} data-in={code === wilaya || undefined} />
			))}
			<circle cx={x} cy={y} r={14 * size} className={css.halo} />
			<circle cx={x} cy={y} r={6 * size} className={css.point} />
		</svg>
	);
}
