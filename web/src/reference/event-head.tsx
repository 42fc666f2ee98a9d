import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Event } from "@/api/gen/types.gen.ts";
import { organises } from "@/auth/organises.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { PageHead } from "@/ui/page.tsx";
import { type EventDesk, EventDesks } from "./event-desks.tsx";

interface Props {
	title: string;
	event: Pick<Event, "id" | "name"> & Partial<Pick<Event, "kind" | "organiser" | "co_organisers">>;
	/** Which of the organisers' places it is; none for those who work at none of them. */
	current?: EventDesk | undefined;
	/** Whether the reader organises it, where that is known already. */
	ours?: boolean | undefined;
	/** What is said behind the name of the event. */
	more?: ReactNode;
	actions?: ReactNode;
}

/** The head of each page about one event: its name, the way back to it, and the other places of its organisers. */
export function EventHead({ title, event, current, ours, more, actions }: Props) {
	const { t } = useTranslation("common");
	const { text } = useFormat();
	const user = useUser();
	const { id, kind, organiser, co_organisers = [] } = event;
	const own = ours ?? (!organiser || organises(user, { organiser, co_organisers }));
	return (
		<>
			<PageHead
				title={title}
				lead={
					<>
						<bdi>{text(event.name)}</bdi>
						{more}
					</>
				}
				above={
					<Link to="/events/$id" params={{ id: event.id }}>
						<ChevronBack size={16} />
						{t("eventDesk.back")}
					</Link>
				}
				actions={actions}
			/>
			{current && <EventDesks event={id} kind={kind} ours={own} current={current} />}
		</>
	);
}
