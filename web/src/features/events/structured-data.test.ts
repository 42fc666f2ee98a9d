import { expect, test } from "vitest";
import type { Event, EventTransition } from "@/api/gen/types.gen.ts";
import { structuredData } from "./structured-data.ts";

const named = (ar: string) => ({ id: "01941f29-7c00-7000-8000-000000000001", name: { ar } });
const event: Event = {
	id: "01941f29-7c00-7000-8000-000000000008",
	kind: "salon",
	scale: "regional",
	name: { ar: "صالون", fr: "Salon" },
	place: { commune_code: "1601", venue: { ar: "قصر" }, latitude: 36.75, longitude: 3.05 },
	starts_on: "2026-12-17",
	ends_on: "2026-12-24",
	hours: [{ opens: "10:00", closes: "19:00" }],
	status: "published",
	status_since: "2026-11-01T09:00:00Z",
	organiser: named("الغرفة"),
	co_organisers: [],
	wilaya_code: "16",
	commune_name: { ar: "الجزائر الوسطى" },
	editable: false,
	plan_published: false,
	created_at: "2026-11-01T09:00:00Z",
	updated_at: "2026-11-01T09:00:00Z",
	version: 1,
};
const words = {
	text: (value: { ar?: string | null | undefined } | null | undefined) => value?.ar ?? "",
	wilaya: "الجزائر",
	url: "https://example.dz/ar/events/1",
};
const step = (to_status: EventTransition["to_status"], starts_on: string): EventTransition => ({
	at: "2026-11-01T09:00:00Z",
	to_status,
	starts_on,
	ends_on: starts_on,
});

test("an announced event is scheduled on whole days", () => {
	expect(structuredData(event, [step("published", "2026-12-17")], words)).toMatchObject({
		"@type": "ExhibitionEvent",
		startDate: "2026-12-17",
		endDate: "2026-12-24",
		eventStatus: "https://schema.org/EventScheduled",
		location: { geo: { latitude: 36.75 }, address: { addressCountry: "DZ" } },
	});
});

test("one day with hours is told to the minute, in the time of Algeria", () => {
	const day = { ...event, kind: "awareness_day" as const, ends_on: event.starts_on };
	expect(structuredData(day, [], words)).toMatchObject({
		"@type": "Event",
		startDate: "2026-12-17T10:00:00+01:00",
		endDate: "2026-12-17T19:00:00+01:00",
	});
	const evening = { ...day, hours: [{ opens: "21:00", closes: "02:00" }] };
	expect(structuredData(evening, [], words)).toMatchObject({
		startDate: "2026-12-17T21:00:00+01:00",
		endDate: "2026-12-18T02:00:00+01:00",
	});
});

test("put off, called off and announced again are told apart", () => {
	const state = (status: Event["status"], steps: EventTransition[] = []) =>
		structuredData({ ...event, status }, steps, words);
	expect(state("postponed").eventStatus).toMatch(/EventPostponed$/);
	expect(state("cancelled").eventStatus).toMatch(/EventCancelled$/);
	const again = state("published", [
		step("published", "2026-10-01"),
		step("postponed", "2026-10-01"),
		step("published", "2026-12-17"),
	]);
	expect(again.eventStatus).toMatch(/EventRescheduled$/);
	expect(again).toMatchObject({ previousStartDate: "2026-10-01" });
	const same = state("published", [step("postponed", "2026-12-17")]);
	expect(same.eventStatus).toMatch(/EventScheduled$/);
});
