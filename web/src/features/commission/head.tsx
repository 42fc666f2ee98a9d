import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Event } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { type EventDesk, EventDesks } from "@/reference/event-desks.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { PageHead } from "@/ui/page.tsx";

interface Props {
	title: string;
	event: Event;
	current: EventDesk;
	/** The reader works on the call: the other places are named. */
	works: boolean;
}

/** The head of each page about the call of an event. */
export function Head({ title, event, current, works }: Props) {
	const { t } = useTranslation("commission");
	const { text } = useFormat();
	return (
		<>
			<PageHead
				title={title}
				lead={<bdi>{text(event.name)}</bdi>}
				above={
					<Link to="/events/$id" params={{ id: event.id }}>
						<ChevronBack size={16} />
						{t("back")}
					</Link>
				}
			/>
			{works && <EventDesks event={event.id} current={current} />}
		</>
	);
}
