import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listPeople } from "@/api/gen/sdk.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Button, buttonClass } from "@/ui/button.tsx";
import { Plus } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { PageHead } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { SearchBox } from "@/ui/search-box.tsx";
import { Empty } from "@/ui/states.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import css from "./administration.module.css";
import { InviteDialog } from "./invite-dialog.tsx";
import { type PeopleSearch, ROLES } from "./search.ts";

const PER_PAGE = 25;

/** Accounts and the roles they hold. */
export function PeoplePage() {
	const { t } = useTranslation(["administration", "common"]);
	const { text, date } = useFormat();
	const user = useUser();
	const search = useSearch({ from: "/people" });
	const navigate = useNavigate({ from: "/people" });
	const cursors = useCursors(JSON.stringify(search));
	const [inviting, setInviting] = useState(false);
	const list = useQuery({
		queryKey: ["people", search, cursors.cursor],
		queryFn: async ({ signal }) =>
			(
				await listPeople({
					query: {
						...search,
						limit: PER_PAGE,
						...(cursors.cursor ? { cursor: cursors.cursor } : {}),
					},
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
	});
	const set = (patch: Partial<PeopleSearch>) =>
		void navigate({ search: (old) => ({ ...old, ...patch }), replace: true, resetScroll: false });
	return (
		<>
			<PageHead
				title={t("common:nav.people")}
				lead={t("people.lead")}
				actions={
					<>
						{can(user, "list_invitations") && (
							<Link to="/invited" className={buttonClass("secondary")}>
								{t("common:nav.invitations")}
							</Link>
						)}
						{can(user, "invite") && (
							<Button variant="primary" onPress={() => setInviting(true)}>
								<Plus />
								{t("invite.title")}
							</Button>
						)}
					</>
				}
			/>
			<search className={css.filters}>
				<SearchBox
					label={t("people.search")}
					value={search.q ?? ""}
					onSearch={(q) => set({ q: q || undefined })}
				/>
				<NativeSelect
					label={t("role")}
					empty={t("all")}
					options={ROLES.map((id) => ({ id, label: t(`common:role.${id}`) }))}
					value={search.role}
					onChange={(id) => set({ role: ROLES.find((role) => role === id) })}
				/>
			</search>
			<PagedTable
				list={list}
				cursors={cursors}
				perPage={PER_PAGE}
				lines={6}
				empty={<Empty title={t("people.none")} />}
				label={t("common:nav.people")}
				rowKey={(row) => row.id}
				columns={[
					{
						id: "name",
						header: t("name"),
						cell: (row) => (
							<Link to="/people/$id" params={{ id: row.id }}>
								<bdi>{row.name}</bdi>
							</Link>
						),
					},
					{
						id: "contact",
						header: t("contact"),
						cell: (row) => <span className="ltr">{row.email ?? row.phone ?? "—"}</span>,
					},
					{
						id: "grants",
						header: t("roles"),
						cell: (row) => (
							<ul>
								{row.grants.map((grant) => (
									<li key={grant.id}>
										{t(`common:role.${grant.role}`)}
										<div className="quiet">
											<bdi>{text(grant.body_name)}</bdi>
										</div>
									</li>
								))}
							</ul>
						),
					},
					{
						id: "since",
						header: t("since"),
						cell: (row) => <time dateTime={row.created_at}>{date(row.created_at)}</time>,
					},
					{
						id: "state",
						header: t("state"),
						cell: (row) => (
							<Badge tone={row.disabled ? "bad" : "good"}>
								{t(row.disabled ? "disabled" : "enabled")}
							</Badge>
						),
					},
				]}
			/>
			{inviting && <InviteDialog onClose={() => setInviting(false)} />}
		</>
	);
}
