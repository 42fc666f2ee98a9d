import type { Event, EventTransition } from "@/api/gen/types.gen.ts";
import { daysFrom } from "@/i18n/days.ts";
import type { LocalText } from "@/i18n/format.ts";
import { spanOf } from "./opening.ts";

/** Algeria is an hour ahead the whole year. */
const OFFSET = "+01:00";

interface Words {
	text: (value: LocalText | null | undefined) => string;
	wilaya: string;
	/** Address of the page. */
	url: string;
}

/** The days an event had before it was put off, when it was announced again on others. */
function earlierStart(event: Event, steps: readonly EventTransition[]): string | undefined {
	return steps
		.filter((step) => step.to_status === "postponed")
		.map((step) => step.starts_on)
		.findLast((day) => day !== event.starts_on);
}

function stateOf(event: Event, moved: string | undefined) {
	if (event.status === "cancelled") return "EventCancelled";
	if (event.status === "postponed") return "EventPostponed";
	return moved ? "EventRescheduled" : "EventScheduled";
}

/** Beginning and end: to the minute for one day with hours, otherwise whole days. */
function when(event: Event) {
	const { starts_on, ends_on } = event;
	const open = spanOf(event, starts_on);
	if (daysFrom(starts_on, ends_on) > 0 || !open) return { startDate: starts_on, endDate: ends_on };
	return { startDate: `${open.opens}:00${OFFSET}`, endDate: `${open.closes}:00${OFFSET}` };
}

/** What search engines read of an event: schema.org, in the language of the page. */
export function structuredData(event: Event, steps: readonly EventTransition[], words: Words) {
	const { text, wilaya, url } = words;
	const { place } = event;
	const moved = earlierStart(event, steps);
	const about = text(event.description);
	const venue = [place.hall, place.venue].map(text).filter(Boolean).join(" · ");
	return {
		"@context": "https://schema.org",
		"@type": event.kind === "awareness_day" ? "Event" : "ExhibitionEvent",
		name: text(event.name),
		...when(event),
		eventStatus: `https://schema.org/${stateOf(event, moved)}`,
		...(moved ? { previousStartDate: moved } : {}),
		eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
		url,
		...(about ? { description: about } : {}),
		location: {
			"@type": "Place",
			name: venue,
			address: {
				"@type": "PostalAddress",
				addressLocality: text(event.commune_name),
				addressRegion: wilaya,
				addressCountry: "DZ",
			},
			...(place.latitude != null && place.longitude != null
				? {
						geo: {
							"@type": "GeoCoordinates",
							latitude: place.latitude,
							longitude: place.longitude,
						},
					}
				: {}),
		},
		organizer: [event.organiser, ...event.co_organisers].map(({ name }) => ({
			"@type": "Organization",
			name: text(name),
		})),
	};
}
