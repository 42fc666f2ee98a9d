import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Event } from "@/api/gen/types.gen.ts";
import { organises } from "@/auth/organises.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Narrow, PageHead } from "@/ui/page.tsx";
import { NoRight } from "@/ui/states.tsx";

interface Props {
	event: Event;
	/** What would be edited here. */
	title: string;
	/** What keeps it as it is, unless the event is over. */
	because?: string | undefined;
}

/** In the place of a form: why its organisers no longer change it, and to others that it is not theirs. */
export function NotEditable({ event, title, because }: Props) {
	const { t } = useTranslation("events");
	const { text } = useFormat();
	const user = useUser();
	const { status } = event;
	const over = status === "closed" || status === "cancelled" ? t(`form.over.${status}`) : because;
	if (!over || !organises(user, event)) return <NoRight />;
	return (
		<Narrow>
			<PageHead
				title={title}
				lead={<bdi>{text(event.name)}</bdi>}
				above={
					<Link to="/events/$id" params={{ id: event.id }}>
						<ChevronBack size={16} />
						{t("form.back")}
					</Link>
				}
			/>
			<Notice tone="info" title={over} />
		</Narrow>
	);
}
