import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Call, CallInput } from "@/api/gen/types.gen.ts";
import { putCall } from "@/api/gen/workshop-sdk.gen.ts";
import type { Tagged } from "@/api/tagged.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { EditorConflict } from "@/ui/editor-conflict.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Narrow, PageHead } from "@/ui/page.tsx";
import { FailedPage, Loading, NoRight } from "@/ui/states.tsx";
import { useChange } from "@/ui/use-editor.ts";
import { NotEditable } from "../not-editable.tsx";
import { eventQuery } from "../queries.ts";
import { CallForm } from "./form/call-form.tsx";
import { blank, fromCall } from "./form/values.ts";
import { callQuery } from "./query.ts";

/** What a call that was never written starts from. */
const NONE = 0;

function Editor({ event, found }: { event: string; found: Tagged<Call> | null }) {
	const { t } = useTranslation("events");
	const { dateTime } = useFormat();
	const navigate = useNavigate();
	const editor = useChange({
		name: `call:${event}`,
		start: () => (found ? fromCall(found.data) : blank),
		from: found ? found.etag : NONE,
		write: (body: CallInput, headers) =>
			putCall({ path: { id: event }, headers, body, throwOnError: true }),
		reads: ["events"],
		saved: t("callForm.saved"),
		leave: () => navigate({ to: "/events/$id", params: { id: event } }),
	});
	const closed = found?.data.state === "closed";
	const { closesOn, closesAt } = editor.typed;
	// Of a call that has closed, the rest stays as it was announced.
	const typed = closed ? { ...fromCall(found.data), closesOn, closesAt } : editor.typed;
	return (
		<>
			{closed && (
				<Notice tone="warn" title={t("callForm.closed", { time: dateTime(found.data.closes_at) })}>
					<p>{t("callForm.closedLead")}</p>
				</Notice>
			)}
			<CallForm
				editor={{ ...editor, typed }}
				closed={closed}
				submit={closed ? t("call.prolong") : undefined}
				cancel={{ to: "/events/$id", params: { id: event } }}
			/>
			<EditorConflict editor={editor} />
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
			<Editor key={id} event={id} found={call.data ?? null} />
		</Narrow>
	);
}
