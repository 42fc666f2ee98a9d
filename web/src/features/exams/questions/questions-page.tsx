import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { buttonClass } from "@/ui/button.tsx";
import { ChevronBack, Plus } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { PageHead } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { SearchBox } from "@/ui/search-box.tsx";
import { Empty, NoRight } from "@/ui/states.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import { coursesQuery, modulesQuery, PER_PAGE, questionsQuery } from "../queries.ts";
import { KINDS, type QuestionsSearch } from "../search.ts";
import { useWords } from "../use-words.ts";
import css from "./questions.module.css";

function Narrowing({ search }: { search: QuestionsSearch }) {
	const { t } = useTranslation("exams");
	const { text } = useFormat();
	const navigate = useNavigate({ from: "/questions" });
	const courses = useQuery(coursesQuery);
	const modules = useQuery(modulesQuery(search.course));
	const set = (patch: Partial<QuestionsSearch>) =>
		void navigate({ search: (old) => ({ ...old, ...patch }), replace: true, resetScroll: false });
	return (
		<search className={css.search}>
			<SearchBox
				label={t("bank.search")}
				value={search.q ?? ""}
				onSearch={(q) => set({ q: q || undefined })}
			/>
			<NativeSelect
				label={t("bank.course")}
				empty={t("bank.allCourses")}
				options={(courses.data ?? []).map(({ id, name }) => ({ id, label: text(name) }))}
				value={search.course}
				onChange={(course) => set({ course: course ?? undefined, module: undefined })}
			/>
			{search.course && (
				<NativeSelect
					label={t("bank.module")}
					empty={t("bank.allModules")}
					options={(modules.data ?? []).map(({ code, title }) => ({
						id: code,
						label: text(title),
					}))}
					value={search.module}
					onChange={(module) => set({ module: module ?? undefined })}
				/>
			)}
			<NativeSelect
				label={t("bank.kind")}
				empty={t("bank.allKinds")}
				options={KINDS.map((id) => ({ id, label: t(`questionKind.${id}`) }))}
				value={search.kind}
				onChange={(id) => set({ kind: KINDS.find((one) => one === id) })}
			/>
			<NativeSelect
				label={t("bank.status")}
				empty={t("bank.active")}
				options={[{ id: "archived", label: t("bank.archivedOnes") }]}
				value={search.status}
				onChange={(id) => set({ status: id === "archived" ? id : undefined })}
			/>
		</search>
	);
}

/** The bank of questions: those shared by all, one’s own, and for trainers those of whoever organises what they teach. */
export function QuestionsPage() {
	const { t } = useTranslation("exams");
	const { text } = useFormat();
	const words = useWords();
	const user = useUser();
	const search = useSearch({ from: "/questions" });
	const cursors = useCursors(JSON.stringify(search));
	const allowed = can(user, "list_questions");
	const list = useQuery({ ...questionsQuery(search, cursors.cursor), enabled: allowed });
	const courses = useQuery({ ...coursesQuery, enabled: allowed });
	const nameOf = (id: string) => text(courses.data?.find((one) => one.id === id)?.name);
	if (!allowed) return <NoRight />;
	const { cohort, ...narrowing } = search;
	const narrowed = Object.values(narrowing).some((one) => one !== undefined);
	return (
		<>
			<PageHead
				title={t("bank.title")}
				lead={t("bank.lead")}
				above={
					cohort && (
						<Link to="/cohorts/$id/exams" params={{ id: cohort }}>
							<ChevronBack size={16} />
							{t("bank.cohort")}
						</Link>
					)
				}
				actions={
					can(user, "create_question") && (
						<Link
							to="/questions/new"
							search={{ course: search.course }}
							className={buttonClass("primary")}
						>
							<Plus />
							{t("question.new")}
						</Link>
					)
				}
			/>
			<Narrowing search={search} />
			<PagedTable
				list={list}
				cursors={cursors}
				perPage={PER_PAGE}
				empty={<Empty title={t(narrowed ? "bank.noneSo" : "bank.none")} />}
				label={t("bank.title")}
				rowKey={(row) => row.id}
				columns={[
					{
						id: "text",
						header: t("question.text"),
						wide: true,
						cell: (row) => (
							<Link to="/questions/$id" params={{ id: row.id }}>
								<bdi>{text(row.text)}</bdi>
							</Link>
						),
					},
					{ id: "kind", header: t("bank.kind"), cell: (row) => t(`questionKind.${row.kind}`) },
					{ id: "course", header: t("bank.course"), cell: (row) => nameOf(row.course_id) },
					{
						id: "points",
						header: t("question.points"),
						numeric: true,
						cell: (row) => words.points(row.points),
					},
					{
						id: "owner",
						header: t("bank.owner"),
						cell: (row) => (
							<>
								<bdi>{row.owner_name ? text(row.owner_name) : t("bank.byTrainer")}</bdi>
								<br />
								<span className="quiet">{t(row.shared ? "bank.shared" : "bank.own")}</span>
							</>
						),
					},
				]}
			/>
		</>
	);
}
