import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { isKeptByDuty } from "@/api/problem.ts";
import { can } from "@/auth/can.ts";
import { organises } from "@/auth/organises.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { ApplicationBadge } from "@/reference/application-badge.tsx";
import { EventHead } from "@/reference/event-head.tsx";
import { useWilayas } from "@/reference/use-reference.ts";
import { WhileReviewing } from "@/reference/while-reviewing.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { SearchBox } from "@/ui/search-box.tsx";
import { Empty, FailedPage, Loading, NoRight } from "@/ui/states.tsx";
import { Tabs } from "@/ui/tabs.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import css from "./desk.module.css";
import { eventApplicationsQuery, occasionQuery, PER_PAGE } from "./queries.ts";
import { type EventApplicationsSearch, ORDERS, STATES } from "./search.ts";

/** Drafts are their association's alone. */
const HANDED_IN = STATES.filter((one) => one !== "draft");

function Applications({ id }: { id: string }) {
	const { t } = useTranslation(["applications", "common"]);
	const { text, dateTime, number } = useFormat();
	const user = useUser();
	const wilayas = useWilayas();
	const search = useSearch({ from: "/events/$id/applications" });
	const { status, q, wilaya, sort, unanswered } = search;
	const navigate = useNavigate({ from: "/events/$id/applications" });
	const set = (patch: Partial<EventApplicationsSearch>) =>
		void navigate({ search: (old) => ({ ...old, ...patch }), replace: true, resetScroll: false });
	const cursors = useCursors(`${id} ${JSON.stringify(search)}`);
	const occasion = useQuery(occasionQuery(id));
	const list = useQuery({
		...eventApplicationsQuery(id, search, cursors.cursor),
		staleTime: 0,
	});
	if (occasion.isPending) return <Loading lines={6} />;
	if (occasion.isError)
		return <FailedPage error={occasion.error} onRetry={() => void occasion.refetch()} />;
	const kept = isKeptByDuty(list.error);
	if (list.isError && !kept)
		return <FailedPage error={list.error} onRetry={() => void list.refetch()} />;
	const { event } = occasion.data;
	const answers = organises(user, event) && can(user, "send_application_message");
	const tab = (one: (typeof STATES)[number] | undefined) => ({
		id: one ?? "all",
		label: one ? t(`common:application.${one}`) : t("all"),
		link: {
			to: "/events/$id/applications" as const,
			params: { id },
			search: { ...search, status: one },
		},
	});
	return (
		<>
			<EventHead title={t("desk.title")} event={event} current="applications" />
			{kept ? (
				<WhileReviewing error={list.error} event={id} />
			) : (
				<>
					<Tabs
						label={t("tabs")}
						current={status ?? "all"}
						tabs={[undefined, ...HANDED_IN].map(tab)}
					/>
					<search className={css.desk}>
						<SearchBox
							label={t("desk.search")}
							value={q ?? ""}
							onSearch={(typed) => set({ q: typed || undefined })}
						/>
						<NativeSelect
							label={t("common:field.wilaya")}
							empty={t("desk.allWilayas")}
							options={wilayas.options}
							value={wilaya}
							onChange={(code) => set({ wilaya: code ?? undefined })}
						/>
						<NativeSelect
							label={t("desk.sort")}
							empty={t("desk.order.begun")}
							options={ORDERS.map((one) => ({ id: one, label: t(`desk.order.${one}`) }))}
							value={sort}
							onChange={(one) => set({ sort: ORDERS.find((order) => order === one) })}
						/>
						{answers && (
							<Checkbox
								isSelected={unanswered ?? false}
								onChange={(on) => set({ unanswered: on ? true : undefined })}
							>
								{t("desk.unanswered")}
							</Checkbox>
						)}
					</search>
					<PagedTable
						list={list}
						cursors={cursors}
						perPage={PER_PAGE}
						empty={
							<Empty
								title={t(
									unanswered ? "desk.answered" : status || q || wilaya ? "none" : "desk.none",
								)}
							/>
						}
						label={t("desk.title")}
						rowKey={(row) => row.id}
						columns={[
							{
								id: "number",
								header: t("number"),
								numeric: true,
								cell: (row) => row.number && number(row.number),
							},
							{
								id: "association",
								header: t("association"),
								cell: (row) => (
									<Link to="/applications/$id" params={{ id: row.id }}>
										<bdi>{text(row.association_name)}</bdi>
									</Link>
								),
							},
							{
								id: "wilaya",
								header: t("common:field.wilaya"),
								cell: (row) => wilayas.name(row.wilaya_code),
							},
							{
								id: "exhibitors",
								header: t("exhibitors.title"),
								numeric: true,
								cell: (row) => number(row.exhibitors),
							},
							{
								id: "products",
								header: t("products.title"),
								numeric: true,
								cell: (row) => number(row.products),
							},
							{
								id: "submitted",
								header: t("submitted"),
								cell: (row) =>
									row.submitted_at && (
										<time dateTime={row.submitted_at}>{dateTime(row.submitted_at)}</time>
									),
							},
							{
								id: "state",
								header: t("state"),
								cell: (row) => (
									<>
										<ApplicationBadge status={row.status} />
										{answers && row.last_message_from === "association" && (
											<>
												{" "}
												<Badge tone="note">{t("messages.unanswered")}</Badge>
											</>
										)}
									</>
								),
							},
						]}
					/>
				</>
			)}
		</>
	);
}

/** What associations have handed in for an event, for its organisers and those who read everything. */
export function EventApplicationsPage() {
	const { id } = useParams({ from: "/events/$id/applications" });
	const user = useUser();
	return can(user, "list_event_applications") ? <Applications id={id} /> : <NoRight />;
}
