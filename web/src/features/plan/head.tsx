import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Event } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { type EventDesk, EventDesks } from "@/reference/event-desks.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { PageHead } from "@/ui/page.tsx";

interface Props {
	title: string;
	event: Event;
	/** Which of the organisers' places it is; none for visitors. */
	current?: EventDesk;
	beside?: ReactNode;
	actions?: ReactNode;
}

/** The head of each page about the plan of an event. */
export function Head({ title, event, current, beside, actions }: Props) {
	const { t } = useTranslation("plan");
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
				beside={beside}
				actions={actions}
			/>
			{current && <EventDesks event={event.id} current={current} />}
		</>
	);
}
