import { useTranslation } from "react-i18next";
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

/** The places where the organisers of an event work on its call, from applications to outcomes. */
export function EventDesks({ event, current }: { event: string; current: EventDesk }) {
	const { t } = useTranslation("common");
	return (
		<Tabs
			label={t("eventDesk.label")}
			current={current}
			tabs={(Object.keys(DESKS) as EventDesk[]).map((desk) => ({
				id: desk,
				label: t(`eventDesk.${desk}`),
				link: { to: DESKS[desk], params: { id: event } },
			}))}
		/>
	);
}
