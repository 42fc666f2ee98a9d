import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Event, EventInput } from "@/api/gen/types.gen.ts";
import { updateEvent } from "@/api/gen/workshop-sdk.gen.ts";
import type { Tagged } from "@/api/tagged.ts";
import { useFormat } from "@/i18n/index.tsx";
import { EditorConflict } from "@/ui/editor-conflict.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { Narrow, PageHead } from "@/ui/page.tsx";
import { ReadPage } from "@/ui/read-page.tsx";
import { useChange } from "@/ui/use-editor.ts";
import { EventForm } from "./form/event-form.tsx";
import { fromEvent } from "./form/values.ts";
import { NotEditable } from "./not-editable.tsx";
import { eventQuery } from "./queries.ts";

function Editor({ found: { data: event, etag } }: { found: Tagged<Event> }) {
	const { t } = useTranslation("events");
	const { id } = event;
	const navigate = useNavigate();
	const editor = useChange({
		name: `event:${id}`,
		start: () => fromEvent(event),
		from: etag,
		write: (body: EventInput, headers) =>
			updateEvent({ path: { id }, headers, body, throwOnError: true }),
		reads: ["events"],
		saved: t("form.saved"),
		leave: () => navigate({ to: "/events/$id", params: { id } }),
	});
	return (
		<>
			<EventForm
				editor={editor}
				own={event.organiser.id}
				cancel={{ to: "/events/$id", params: { id } }}
			/>
			<EditorConflict editor={editor} />
		</>
	);
}

export function EditEventPage() {
	const { t } = useTranslation("events");
	const { text } = useFormat();
	const { id } = useParams({ from: "/my-events/$id/edit" });
	const found = useQuery({ ...eventQuery(id), staleTime: 0 });
	return (
		<ReadPage found={found}>
			{(read) =>
				read.data.editable ? (
					<Narrow>
						<PageHead
							title={t("form.edit")}
							lead={<bdi>{text(read.data.name)}</bdi>}
							above={
								<Link to="/events/$id" params={{ id }}>
									<ChevronBack size={16} />
									{t("form.back")}
								</Link>
							}
						/>
						<Editor key={id} found={read} />
					</Narrow>
				) : (
					<NotEditable event={read.data} title={t("form.edit")} />
				)
			}
		</ReadPage>
	);
}
