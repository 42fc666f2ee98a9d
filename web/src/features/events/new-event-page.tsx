import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { EventInput } from "@/api/gen/types.gen.ts";
import { createEvent } from "@/api/gen/workshop-sdk.gen.ts";
import { useUser } from "@/auth/session.ts";
import { buttonClass } from "@/ui/button.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { Narrow, PageHead } from "@/ui/page.tsx";
import { Resumed } from "@/ui/resumed.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useKept } from "@/ui/use-kept.ts";
import { EventForm } from "./form/event-form.tsx";
import { blank } from "./form/values.ts";

/** A new event begins as a draft. */
export function NewEventPage() {
	const { t } = useTranslation(["events", "common"]);
	const acting = useUser()?.acting;
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	const action = useAction();
	const [only, ...more] = acting?.wilayas ?? [];
	// With one wilaya there is nothing to choose.
	const start = () => ({ ...blank, wilaya: only && more.length === 0 ? only : null });
	const kept = useKept("event:new", start);
	const create = (input: EventInput) =>
		void action.run(async () => {
			const { data } = await createEvent({ body: input, throwOnError: true });
			kept.reset(start());
			await queryClient.invalidateQueries({ queryKey: ["events"] });
			say(t("form.saved"));
			await navigate({ to: "/events/$id", params: { id: data.id } });
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
			{kept.restored && <Resumed onRestart={() => kept.reset(start())} />}
			<EventForm
				typed={kept.value}
				onChange={kept.set}
				action={action}
				own={acting?.institution_id ?? ""}
				submit={t("form.create")}
				onSubmit={create}
				cancel={
					<Link to="/my-events" className={buttonClass("secondary")}>
						{t("common:action.cancel")}
					</Link>
				}
			/>
		</Narrow>
	);
}
