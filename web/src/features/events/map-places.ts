import type { Commune, EventSummary, Point } from "@/api/gen/types.gen.ts";

/** A commune with what takes place in it. */
export interface Place<Event> {
	code: string;
	events: Event[];
	/** Its point, or the middle of those of its wilaya; none when nothing is known. */
	point: Point | undefined;
}

type Where = Pick<EventSummary, "commune_code" | "wilaya_code">;
type Known = Pick<Commune, "code" | "wilaya_code" | "point">;

const mean = (numbers: readonly number[]) =>
	numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

function middle(points: readonly Point[]): Point | undefined {
	if (points.length === 0) return undefined;
	return {
		longitude: mean(points.map(({ longitude }) => longitude)),
		latitude: mean(points.map(({ latitude }) => latitude)),
	};
}

/** Events by commune, in the order in which the first of each comes. */
export function placesOf<Event extends Where>(
	events: readonly Event[],
	communes: readonly Known[],
): Place<Event>[] {
	const places = new Map<string, Place<Event>>();
	for (const event of events) {
		const { commune_code: code, wilaya_code: wilaya } = event;
		const place = places.get(code);
		if (place) {
			place.events.push(event);
			continue;
		}
		const own = communes.find((one) => one.code === code)?.point;
		const around = communes.flatMap((one) =>
			one.wilaya_code === wilaya && one.point ? [one.point] : [],
		);
		places.set(code, { code, events: [event], point: own ?? middle(around) });
	}
	return [...places.values()];
}

/** Half the width of a mark, so that its area tells how many there are; never so large that it hides a wilaya. */
export const radiusOf = (count: number, width: number) =>
	Math.min((width / 75) * Math.sqrt(count), width / 22);
