import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Cohort, CourseSession, SessionClash } from "@/api/gen/types.gen.ts";
import { listSessionClashes } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Failed } from "@/ui/states.tsx";
import { useSessionWords } from "../use-session-words.ts";
import css from "./timetable.module.css";

function Clash({ clash, cohort, title }: { clash: SessionClash; cohort: string; title: string }) {
	const { t } = useTranslation("attendance");
	const { text } = useFormat();
	const { day, hours } = useSessionWords();
	const { session, other, trainers, room } = clash;
	const why = [
		trainers.length > 0 &&
			t("clash.trainers", { names: trainers.map(({ name }) => name).join(t("separator")) }),
		room && t("clash.room"),
	].filter(Boolean);
	return (
		<li>
			<b>{t("session.line", { day: day(session), hours: hours(session), title })}</b>
			<br />
			{t("clash.with", { hours: hours(other) })}{" "}
			{other.cohort_id === cohort ? (
				t("clash.same")
			) : other.cohort_name ? (
				<Link to="/cohorts/$id/timetable" params={{ id: other.cohort_id }}>
					<bdi>{text(other.cohort_name)}</bdi>
				</Link>
			) : (
				t("clash.unnamed")
			)}
			<br />
			{why.join(t("separator"))}
		</li>
	);
}

/** Sessions at the same time with the same trainer or in the same room. */
export function Clashes(props: { cohort: Cohort; sessions: readonly CourseSession[] }) {
	const { t } = useTranslation("attendance");
	const { text } = useFormat();
	const { cohort, sessions } = props;
	const found = useQuery({
		queryKey: ["attendance", "clashes", cohort.id],
		queryFn: async ({ signal }) =>
			(await listSessionClashes({ path: { id: cohort.id }, signal, throwOnError: true })).data,
	});
	if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
	const { items, more } = found.data ?? { items: [], more: false };
	if (items.length === 0) return null;
	const titleOf = (id: string) => text(sessions.find((one) => one.id === id)?.title);
	return (
		<Notice tone="warn" title={t("clash.title", { count: items.length })}>
			<ul className={css.clashes} aria-label={t("clash.list")}>
				{items.map((clash) => (
					<Clash
						key={`${clash.session.session_id} ${clash.other.session_id}`}
						clash={clash}
						cohort={cohort.id}
						title={titleOf(clash.session.session_id)}
					/>
				))}
			</ul>
			{more && <p>{t("clash.more")}</p>}
		</Notice>
	);
}
