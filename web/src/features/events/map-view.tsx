import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { EventSummary } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { NORTH, PATHS, project, WHOLE } from "@/reference/map-geometry.ts";
import { useWilayas } from "@/reference/use-reference.ts";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Empty, Failed, Loading } from "@/ui/states.tsx";
import { EventLine } from "./event-line.tsx";
import { isFiltered } from "./filter.ts";
import css from "./map.module.css";
import { type Place, placesOf, radiusOf } from "./map-places.ts";
import { mapQuery, pointsQuery } from "./queries.ts";
import type { EventsSearch } from "./search.ts";

type Shown = Place<EventSummary>;

interface MarksProps {
	label: string;
	view: string;
	places: readonly Shown[];
	current: string | undefined;
	onOver: (code: string) => void;
	onChoose: (code: string) => void;
}

/** The wilayas with a mark for each commune, never mirrored. For the pointer: the list beside it says and does the same. */
function Marks({ label, view, places, current, onOver, onChoose }: MarksProps) {
	const width = Number(view.split(" ")[2]);
	// The smaller ones last, or the larger would cover them.
	const drawn = places.toSorted((a, b) => b.events.length - a.events.length);
	return (
		<svg viewBox={view} role="img" aria-label={label} direction="ltr" className={css.drawing}>
			{PATHS.map(([code, path]) => (
				<path key={code} d={path} data-wilaya={code} />
			))}
			{drawn.map(({ code, point, events }) => {
				if (!point) return null;
				const { x, y } = project(point.longitude, point.latitude);
				return (
					// biome-ignore lint/a11y/noStaticElementInteractions: the list of places does the same
					<circle
						key={code}
						cx={x}
						cy={y}
						r={radiusOf(events.length, width)}
						data-current={code === current || undefined}
						onPointerEnter={() => onOver(code)}
						onClick={() => onChoose(code)}
					/>
				);
			})}
		</svg>
	);
}

function Places({ events, places }: { events: readonly EventSummary[]; places: readonly Shown[] }) {
	const { t } = useTranslation(["events", "common"]);
	const { text } = useFormat();
	const wilayas = useWilayas();
	const [north, setNorth] = useState(false);
	const [current, setCurrent] = useState<string>();
	const list = useRef<HTMLDivElement>(null);
	const nameOf = ({ events: [first] }: Shown) => {
		const commune = text(first?.commune_name);
		const wilaya = wilayas.name(first?.wilaya_code ?? "");
		return commune === wilaya ? commune : t("map.place", { commune, wilaya });
	};
	const choose = (code: string) => {
		setCurrent(code);
		list.current?.querySelector<HTMLElement>(`[data-place="${code}"]`)?.focus();
	};
	const shown = places.find(({ code }) => code === current);
	const label = t("map.label", { events: t("results", { count: events.length }) });
	return (
		<div className={css.layout}>
			<div className={css.map}>
				<div className={css.head}>
					<Button small onPress={() => setNorth(!north)}>
						{t(north ? "common:map.whole" : "common:map.north")}
					</Button>
				</div>
				<Marks
					label={label}
					view={north ? NORTH : WHOLE}
					places={places}
					current={current}
					onOver={setCurrent}
					onChoose={choose}
				/>
				<p className={css.reading}>
					{shown ? (
						<>
							<b>{nameOf(shown)}</b> · {t("results", { count: shown.events.length })}
						</>
					) : (
						t("map.hint")
					)}
				</p>
			</div>
			<div ref={list} className={css.list}>
				{places.map((place) => (
					<section
						key={place.code}
						aria-label={nameOf(place)}
						data-place={place.code}
						data-current={place.code === current || undefined}
						tabIndex={-1}
						className={css.place}
						onFocus={() => setCurrent(place.code)}
						onPointerEnter={() => setCurrent(place.code)}
					>
						<p className={css.name}>
							{nameOf(place)}
							{!place.point && <span className="quiet"> {t("map.nowhere")}</span>}
						</p>
						{place.events.map((event) => (
							<EventLine key={event.id} event={event} />
						))}
					</section>
				))}
			</div>
		</div>
	);
}

/** The events of the filters on the map of the country, and the same by commune in a list. */
export function MapView({ search }: { search: EventsSearch }) {
	const { t } = useTranslation("events");
	const found = useQuery(mapQuery(search));
	const events = found.data?.rows ?? [];
	const wilayas = [...new Set(events.map((event) => event.wilaya_code))].sort();
	const points = useQuery(pointsQuery(wilayas));
	const failed = [found, points].find((one) => one.isError);
	if (failed) return <Failed error={failed.error} onRetry={() => void failed.refetch()} />;
	if (!found.data || (points.isPending && events.length > 0)) return <Loading lines={8} />;
	return (
		<section aria-labelledby="results" className={css.view} aria-busy={found.isPlaceholderData}>
			<h2 id="results" aria-live="polite">
				{t("results", { count: events.length })}
			</h2>
			{found.data.more && <Notice tone="info" title={t("map.more", { count: events.length })} />}
			{events.length === 0 ? (
				<Empty title={t(isFiltered(search) ? "none" : "noneYet")} />
			) : (
				<Places events={events} places={placesOf(events, points.data ?? [])} />
			)}
		</section>
	);
}
