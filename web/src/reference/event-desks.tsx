import { useTranslation } from "react-i18next";
import type { EventKind } from "@/api/gen/types.gen.ts";
import { Tabs } from "@/ui/tabs.tsx";

const DESKS = {
	applications: "/events/$id/applications",
	commission: "/events/$id/commission",
	selection: "/events/$id/selection",
	seats: "/events/$id/seats",
	plan: "/events/$id/plan/edit",
	stands: "/events/$id/stands",
	checkIn: "/events/$id/check-in",
	outcomes: "/events/$id/outcomes",
} as const;
export type EventDesk = keyof typeof DESKS;

/** Where there is nothing to do on an awareness day, which has no stands. */
const OF_STANDS: readonly EventDesk[] = ["plan", "stands"];
/** What others who read the applications are not shown. */
const OF_ORGANISERS: readonly EventDesk[] = ["plan", "outcomes"];

/** The places of an event for somebody, in the order of the work. */
export const desksOf = (kind: EventKind | undefined, ours: boolean): EventDesk[] =>
	(Object.keys(DESKS) as EventDesk[]).filter(
		(desk) =>
			(kind !== "awareness_day" || !OF_STANDS.includes(desk)) &&
			(ours || !OF_ORGANISERS.includes(desk)),
	);

interface Props {
	event: string;
	kind?: EventKind | undefined;
	/** Whether the reader organises it. */
	ours: boolean;
	current: EventDesk;
}

/** The places where the organisers of an event work on its call, from applications to outcomes. */
export function EventDesks({ event, kind, ours, current }: Props) {
	const { t } = useTranslation("common");
	return (
		<Tabs
			label={t("eventDesk.label")}
			current={current}
			tabs={desksOf(kind, ours).map((desk) => ({
				id: desk,
				label: t(`eventDesk.${desk}`),
				link: { to: DESKS[desk], params: { id: event } },
			}))}
		/>
	);
}
