import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Event } from "@/api/gen/types.gen.ts";
import { pastMidnight } from "@/i18n/hours.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useCraftSectors, useWilayas } from "@/reference/use-reference.ts";
import { Tag } from "@/ui/badge.tsx";
import { ContactLink } from "@/ui/contact-link.tsx";
import { Mail, Phone } from "@/ui/icons.tsx";
import { Card, Facts } from "@/ui/page.tsx";
import css from "./event.module.css";
import { byDayOf } from "./opening.ts";

// The outlines of the wilayas are fetched for the few events that have a point.
const PlaceMap = lazy(() =>
	import("@/reference/place-map.tsx").then((part) => ({ default: part.PlaceMap })),
);

function Hours({ event }: { event: Event }) {
	const { t } = useTranslation("events");
	const { date } = useFormat();
	const days = byDayOf(event.hours ?? []);
	const single = days.some(([on]) => on);
	if (days.length === 0) return null;
	return (
		<ul>
			{days.map(([on, hours]) => (
				<li key={on ?? "every"}>
					{event.starts_on !== event.ends_on && (
						<>
							{on
								? date(on, { weekday: "long", day: "numeric", month: "long" })
								: t(single ? "event.otherDays" : "event.everyDay")}
							{t("listSeparator")}
						</>
					)}
					{hours.map((one, place) => (
						<span key={one.opens} className="num">
							{place > 0 && " · "}
							{t(pastMidnight(one) ? "event.spanPastMidnight" : "event.span", {
								from: one.opens,
								until: one.closes,
							})}
						</span>
					))}
				</li>
			))}
		</ul>
	);
}

/** When and where. */
export function EventFacts({ event }: { event: Event }) {
	const { t } = useTranslation(["events", "common"]);
	const { text, date, dateRange } = useFormat();
	const wilayas = useWilayas();
	const { place, starts_on, ends_on } = event;
	const day = (iso: string) => date(iso, { weekday: "long" });
	return (
		<>
			<Card title={t("event.when")}>
				<Facts
					items={[
						{
							label: t("event.days"),
							value: (
								<>
									<b className="num">{dateRange(starts_on, ends_on)}</b>
									<br />
									<span className="quiet">
										{starts_on === ends_on
											? day(starts_on)
											: t("event.span", { from: day(starts_on), until: day(ends_on) })}
									</span>
								</>
							),
						},
						{
							label: t("event.hours"),
							value: event.hours?.length ? <Hours event={event} /> : null,
						},
					]}
				/>
			</Card>
			<Card title={t("event.where")}>
				<Facts
					items={[
						{ label: t("event.venue"), value: <bdi>{text(place.venue)}</bdi> },
						...(place.hall
							? [{ label: t("event.hall"), value: <bdi>{text(place.hall)}</bdi> }]
							: []),
						{ label: t("common:field.commune"), value: <bdi>{text(event.commune_name)}</bdi> },
						{ label: t("common:field.wilaya"), value: wilayas.name(event.wilaya_code) },
					]}
				/>
				{place.longitude != null && place.latitude != null && (
					<Suspense>
						<PlaceMap
							label={t("event.point")}
							wilaya={event.wilaya_code}
							longitude={place.longitude}
							latitude={place.latitude}
						/>
					</Suspense>
				)}
			</Card>
		</>
	);
}

/** What it is, and for which crafts. */
export function EventAbout({ event }: { event: Event }) {
	const { t } = useTranslation("events");
	const { text } = useFormat();
	const sectors = useCraftSectors();
	const crafts = event.craft_sectors ?? [];
	return (
		<>
			{event.description && (
				<Card title={t("event.about")}>
					<p className={css.about} dir="auto">
						{text(event.description)}
					</p>
				</Card>
			)}
			<Card title={t("event.crafts")}>
				{crafts.length === 0 ? (
					<p>{t("event.allCrafts")}</p>
				) : (
					<ul className={css.tags}>
						{crafts.map((code) => (
							<li key={code}>
								<Tag>{sectors.name(code)}</Tag>
							</li>
						))}
					</ul>
				)}
			</Card>
		</>
	);
}

/** Who organises it, whom to ask, and the editions around it. */
export function EventPeople({ event }: { event: Event }) {
	const { t } = useTranslation("events");
	const { text } = useFormat();
	const { contact_email: email, contact_phone: phone } = event;
	return (
		<>
			<Card title={t("event.organisers")}>
				<Facts
					items={[
						{ label: t("event.organiser"), value: <bdi>{text(event.organiser.name)}</bdi> },
						...(event.co_organisers.length > 0
							? [
									{
										label: t("event.coOrganisers"),
										value: (
											<ul>
												{event.co_organisers.map((one) => (
													<li key={one.id}>
														<bdi>{text(one.name)}</bdi>
													</li>
												))}
											</ul>
										),
									},
								]
							: []),
					]}
				/>
			</Card>
			{(email || phone) && (
				<Card title={t("event.contact")}>
					<ul className={css.contact}>
						{email && (
							<li>
								<Mail />
								<ContactLink kind="email" value={email} />
							</li>
						)}
						{phone && (
							<li>
								<Phone />
								<ContactLink kind="phone" value={phone} />
							</li>
						)}
					</ul>
				</Card>
			)}
			{(event.previous_id || event.next_id) && (
				<Card title={t("event.editions")}>
					<ul className={css.contact}>
						{event.previous_id && (
							<li>
								<Link to="/events/$id" params={{ id: event.previous_id }}>
									{t("event.before")}
								</Link>
							</li>
						)}
						{event.next_id && (
							<li>
								<Link to="/events/$id" params={{ id: event.next_id }}>
									{t("event.after")}
								</Link>
							</li>
						)}
					</ul>
				</Card>
			)}
		</>
	);
}
