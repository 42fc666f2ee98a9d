import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { EventInput } from "@/api/gen/types.gen.ts";
import { createEvent } from "@/api/gen/workshop-sdk.gen.ts";
import { useUser } from "@/auth/session.ts";
import { ChevronBack } from "@/ui/icons.tsx";
import { Narrow, PageHead } from "@/ui/page.tsx";
import { useCreation } from "@/ui/use-editor.ts";
import { EventForm } from "./form/event-form.tsx";
import { blank } from "./form/values.ts";

/** A new event begins as a draft. */
export function NewEventPage() {
	const { t } = useTranslation("events");
	const acting = useUser()?.acting;
	const navigate = useNavigate();
	const [only, ...more] = acting?.wilayas ?? [];
	const editor = useCreation({
		name: "event:new",
		// With one wilaya there is nothing to choose.
		start: () => ({ ...blank, wilaya: only && more.length === 0 ? only : null }),
		write: (body: EventInput, headers) => createEvent({ headers, body, throwOnError: true }),
		reads: ["events"],
		saved: t("form.saved"),
		leave: ({ id }) => navigate({ to: "/events/$id", params: { id } }),
	});
	return (
		<Narrow>
			<PageHead
				title={t("form.new")}
				lead={t("form.newLead")}
				above={
					<Link to="/my-events">
						<ChevronBack size={16} />
						{t("desk.title")}
					</Link>
				}
			/>
			<EventForm
				editor={editor}
				own={acting?.institution_id ?? ""}
				submit={t("form.create")}
				cancel={{ to: "/my-events" }}
			/>
		</Narrow>
	);
}
