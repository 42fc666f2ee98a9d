import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { Event, EventInput } from "@/api/gen/types.gen.ts";
import { updateEvent } from "@/api/gen/workshop-sdk.gen.ts";
import { isStale } from "@/api/problem.ts";
import type { Tagged } from "@/api/tagged.ts";
import { useFormat } from "@/i18n/index.tsx";
import { buttonClass } from "@/ui/button.tsx";
import { ConflictDialog } from "@/ui/conflict-dialog.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { Narrow, PageHead } from "@/ui/page.tsx";
import { Resumed } from "@/ui/resumed.tsx";
import { FailedPage, Loading } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useKept } from "@/ui/use-kept.ts";
import { EventForm } from "./form/event-form.tsx";
import { fromEvent } from "./form/values.ts";
import { NotEditable } from "./not-editable.tsx";
import { eventQuery } from "./queries.ts";

function Editor({ found }: { found: Tagged<Event> }) {
	const { t } = useTranslation(["events", "common"]);
	const { id } = found.data;
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	const action = useAction();
	/** The version that was typed over stays with what was typed. */
	const start = () => ({ from: found.etag, typed: fromEvent(found.data) });
	const kept = useKept(`event:${id}`, start);
	const [sent, setSent] = useState<EventInput>();
	const finish = async (said: string) => {
		kept.reset(start());
		await queryClient.invalidateQueries({ queryKey: ["events"] });
		say(said);
		await navigate({ to: "/events/$id", params: { id } });
	};
	const save = (body: EventInput, from: string | null) => {
		setSent(body);
		void action.run(async () => {
			await updateEvent({ path: { id }, headers: ifMatch(from), body, throwOnError: true });
			await finish(t("form.saved"));
		});
	};
	return (
		<>
			{kept.restored && <Resumed onRestart={() => kept.reset(start())} />}
			<EventForm
				typed={kept.value.typed}
				onChange={(typed) => kept.set({ from: kept.value.from, typed })}
				action={action}
				own={found.data.organiser.id}
				submit={t("common:action.save")}
				onSubmit={(input) => save(input, kept.value.from)}
				cancel={
					<Link to="/events/$id" params={{ id }} className={buttonClass("secondary")}>
						{t("common:action.cancel")}
					</Link>
				}
			/>
			{isStale(action.error) && sent && (
				<ConflictDialog
					busy={action.busy}
					onKeepMine={() => save(sent, "*")}
					onTakeTheirs={() => void finish(t("common:conflict.taken"))}
					onClose={action.clear}
				/>
			)}
		</>
	);
}

export function EditEventPage() {
	const { t } = useTranslation("events");
	const { text } = useFormat();
	const { id } = useParams({ from: "/my-events/$id/edit" });
	const found = useQuery({ ...eventQuery(id), staleTime: 0 });
	if (found.isPending) return <Loading lines={8} />;
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	if (!found.data.data.editable)
		return <NotEditable event={found.data.data} title={t("form.edit")} />;
	return (
		<Narrow>
			<PageHead
				title={t("form.edit")}
				lead={<bdi>{text(found.data.data.name)}</bdi>}
				above={
					<Link to="/events/$id" params={{ id }}>
						<ChevronBack size={16} />
						{t("form.back")}
					</Link>
				}
			/>
			<Editor key={found.data.etag} found={found.data} />
		</Narrow>
	);
}
