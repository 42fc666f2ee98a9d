import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { Call, CallInput } from "@/api/gen/types.gen.ts";
import { putCall } from "@/api/gen/workshop-sdk.gen.ts";
import { isStale } from "@/api/problem.ts";
import type { Tagged } from "@/api/tagged.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { buttonClass } from "@/ui/button.tsx";
import { ConflictDialog } from "@/ui/conflict-dialog.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Narrow, PageHead } from "@/ui/page.tsx";
import { Resumed } from "@/ui/resumed.tsx";
import { FailedPage, Loading, NoRight } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useKept } from "@/ui/use-kept.ts";
import { NotEditable } from "../not-editable.tsx";
import { eventQuery } from "../queries.ts";
import { CallForm } from "./form/call-form.tsx";
import { blank, fromCall } from "./form/values.ts";
import { callQuery } from "./query.ts";

/** What a call that was never written starts from. */
const NONE = 0;

function Editor({ event, found }: { event: string; found: Tagged<Call> | null }) {
	const { t } = useTranslation(["events", "common"]);
	const { dateTime } = useFormat();
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	const action = useAction();
	/** The version that was typed over stays with what was typed. */
	const start = () => ({
		from: found ? found.etag : NONE,
		typed: found ? fromCall(found.data) : blank,
	});
	const kept = useKept(`call:${event}`, start);
	const [sent, setSent] = useState<CallInput>();
	const finish = async (said: string) => {
		kept.reset(start());
		await queryClient.invalidateQueries({ queryKey: ["events"] });
		say(said);
		await navigate({ to: "/events/$id", params: { id: event } });
	};
	const save = (body: CallInput, from: string | number | null) => {
		setSent(body);
		void action.run(async () => {
			await putCall({ path: { id: event }, headers: ifMatch(from), body, throwOnError: true });
			await finish(t("callForm.saved"));
		});
	};
	const closed = found?.data.state === "closed";
	const { closesOn, closesAt } = kept.value.typed;
	// Of a call that has closed, the rest stays as it was announced.
	const typed = closed ? { ...fromCall(found.data), closesOn, closesAt } : kept.value.typed;
	return (
		<>
			{closed && (
				<Notice tone="warn" title={t("callForm.closed", { time: dateTime(found.data.closes_at) })}>
					<p>{t("callForm.closedLead")}</p>
				</Notice>
			)}
			{kept.restored && <Resumed onRestart={() => kept.reset(start())} />}
			<CallForm
				typed={typed}
				onChange={(next) => kept.set({ from: kept.value.from, typed: next })}
				action={action}
				closed={closed}
				onSubmit={(input) => save(input, kept.value.from)}
				cancel={
					<Link to="/events/$id" params={{ id: event }} className={buttonClass("secondary")}>
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

/** The call of an event, written by its organisers. */
export function EditCallPage() {
	const { t } = useTranslation("events");
	const { text } = useFormat();
	const { id } = useParams({ from: "/my-events/$id/call" });
	const user = useUser();
	const event = useQuery(eventQuery(id));
	const call = useQuery({
		...callQuery(event.data?.data ?? { id, call: null }),
		staleTime: 0,
	});
	const failed = [event, call].find((one) => one.isError);
	if (failed) return <FailedPage error={failed.error} onRetry={() => void failed.refetch()} />;
	if (!event.data || (event.data.data.call && !call.data)) return <Loading lines={8} />;
	if (!can(user, "put_call")) return <NoRight />;
	const read = !!call.data?.data.reviews_per_application;
	if (!event.data.data.editable || read)
		return (
			<NotEditable
				event={event.data.data}
				title={t("call.title")}
				because={read ? t("callForm.read") : undefined}
			/>
		);
	return (
		<Narrow>
			<PageHead
				title={t("call.title")}
				lead={<bdi>{text(event.data.data.name)}</bdi>}
				above={
					<Link to="/events/$id" params={{ id }}>
						<ChevronBack size={16} />
						{t("form.back")}
					</Link>
				}
			/>
			<Editor key={call.data?.etag ?? "none"} event={id} found={call.data ?? null} />
		</Narrow>
	);
}
