import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { LOCALES } from "@/i18n/locale.ts";
import { useToolName } from "@/reference/use-tool-name.ts";
import { Button, buttonClass } from "@/ui/button.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { PageHead } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { SearchBox } from "@/ui/search-box.tsx";
import { Empty, NoRight } from "@/ui/states.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import { DeskTabs } from "../desk/desk-tabs.tsx";
import { TOOLS } from "../search.ts";
import css from "../training.module.css";
import { POOL_PAGE, trainersQuery } from "./queries.ts";

/** The pool: everybody who teaches, by what and in which languages. */
function Pool() {
	const { t } = useTranslation(["training", "common"]);
	const tool = useToolName();
	const { text } = useFormat();
	const user = useUser();
	const search = useSearch({ from: "/trainers" });
	const navigate = useNavigate({ from: "/trainers" });
	const cursors = useCursors(JSON.stringify(search));
	const { q, subject, language } = search;
	const set = (patch: Partial<typeof search>) =>
		void navigate({ search: (old) => ({ ...old, ...patch }), replace: true, resetScroll: false });
	const query = {
		...(q ? { q } : {}),
		...(subject ? { subject } : {}),
		...(language ? { language } : {}),
	};
	const list = useQuery(trainersQuery(query, cursors.cursor));
	const filtered = !!(q || subject || language);
	return (
		<>
			<PageHead
				title={t("pool.title")}
				lead={t("pool.lead")}
				actions={
					user?.acting?.role === "trainer" && (
						<Link to="/trainers/$id" params={{ id: user.id }} className={buttonClass("primary")}>
							{t("pool.mine")}
						</Link>
					)
				}
			/>
			{can(user, "create_cohort") && <DeskTabs current="trainers" />}
			<search className={css.filters}>
				<SearchBox
					label={t("pool.search")}
					value={q ?? ""}
					onSearch={(words) => set({ q: words || undefined })}
				/>
				<NativeSelect
					label={t("pool.subject")}
					empty={t("all")}
					options={TOOLS.map((id) => ({ id, label: tool(id) }))}
					value={subject}
					onChange={(id) => set({ subject: TOOLS.find((one) => one === id) })}
				/>
				<NativeSelect
					label={t("pool.language")}
					empty={t("all")}
					options={LOCALES.map((id) => ({ id, label: t(`form.language.${id}`) }))}
					value={language}
					onChange={(id) => set({ language: LOCALES.find((one) => one === id) })}
				/>
				<Button
					isDisabled={!filtered}
					onPress={() => set({ q: undefined, subject: undefined, language: undefined })}
				>
					{t("common:action.clear")}
				</Button>
			</search>
			<PagedTable
				list={list}
				cursors={cursors}
				perPage={POOL_PAGE}
				empty={<Empty title={t(filtered ? "pool.none" : "pool.noneYet")} />}
				label={t("pool.title")}
				rowKey={(row) => row.person_id}
				columns={[
					{
						id: "name",
						header: t("pool.name"),
						cell: (row) => (
							<Link to="/trainers/$id" params={{ id: row.person_id }}>
								<bdi>{row.name}</bdi>
							</Link>
						),
					},
					{
						id: "body",
						header: t("pool.body"),
						cell: (row) => (row.body_name ? <bdi>{text(row.body_name)}</bdi> : t("pool.noBody")),
					},
					{
						id: "subjects",
						header: t("pool.subjects"),
						wide: true,
						cell: (row) =>
							row.subjects.length > 0 ? (
								row.subjects.map(tool).join(t("separator"))
							) : (
								<span className="quiet">{t("pool.unsaid")}</span>
							),
					},
					{
						id: "languages",
						header: t("pool.languages"),
						cell: (row) =>
							row.languages.map((one) => t(`form.language.${one}`)).join(t("separator")) ||
							t("common:state.unknown"),
					},
				]}
			/>
		</>
	);
}

export function TrainersPage() {
	return can(useUser(), "list_trainers") ? <Pool /> : <NoRight />;
}
