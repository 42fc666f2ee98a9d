import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CourseSession, SessionCode } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { cohortQuery } from "@/reference/cohort.ts";
import { CohortHead } from "@/reference/cohort-head.tsx";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Stack } from "@/ui/page.tsx";
import { Failed, FailedPage, Loading, NoRight } from "@/ui/states.tsx";
import { Tiles } from "@/ui/tiles.tsx";
import { countsIn } from "../list/roster.ts";
import { useSessionWords } from "../use-session-words.ts";
import css from "./code.module.css";
import { codeQuery, everybodyQuery, sessionQuery } from "./queries.ts";

/** A code that is late is asked for again, but not more often than this. */
const AT_MOST = 1_000;
/** How often those who arrived are counted. */
const COUNTED = 10_000;
/** A code is taken for half a minute after the next one is shown. */
const TAKEN = 30_000;

/** The present moment, second by second. */
function useSecond(): number {
	const [now, setNow] = useState(Date.now);
	useEffect(() => {
		const timer = setInterval(() => setNow(Date.now()), 1_000);
		return () => clearInterval(timer);
	}, []);
	return now;
}

/** Four and four, as it is read aloud. */
const spaced = (code: string) => code.replace(/(.{4})(?=.)/g, "$1 ");

function Wall({ shown }: { shown: SessionCode & { until: number } }) {
	const { t } = useTranslation("attendance");
	const now = useSecond();
	const seconds = Math.max(0, Math.ceil((shown.until - now) / 1000));
	const { host, pathname } = new URL(shown.url);
	const wall = useRef<HTMLElement>(null);
	return (
		<section ref={wall} className={css.wall} aria-label={t("code.label")}>
			<img
				className={css.qr}
				src={`data:image/svg+xml,${encodeURIComponent(shown.qr)}`}
				alt={t("code.qr")}
			/>
			<div className={css.words}>
				<p>{t("code.how")}</p>
				<p className={css.code} dir="ltr">
					{spaced(shown.code)}
				</p>
				<p className={css.address} dir="ltr">
					{host + pathname}
				</p>
				<p className={css.renewal}>
					<progress
						className={css.left}
						max={TAKEN / 1000}
						value={Math.min(seconds, TAKEN / 1000)}
						aria-label={t("code.renewal")}
					/>
					<span className="num">{t("code.left", { count: seconds })}</span>
				</p>
				{document.fullscreenEnabled && (
					<div className={css.fill}>
						<Button onPress={() => void wall.current?.requestFullscreen()}>{t("code.fill")}</Button>
					</div>
				)}
			</div>
		</section>
	);
}

/** How many have arrived, of how many. */
function Arrived({ session }: { session: CourseSession }) {
	const { t } = useTranslation("attendance");
	const { number } = useFormat();
	const all = useQuery({ ...everybodyQuery(session.cohort_id), refetchInterval: COUNTED });
	if (all.isError) return <Failed error={all.error} onRetry={() => void all.refetch()} />;
	if (!all.data) return <Loading lines={1} />;
	const { present, late, unmarked } = countsIn(all.data, session.id);
	const figures = [
		["present", present],
		["late", late],
		["unmarked", unmarked],
	] as const;
	return (
		<section aria-label={t("code.arrived")}>
			<Tiles
				items={figures.map(([id, value]) => ({
					label: t(id === "unmarked" ? "code.awaited" : `mark.${id}`),
					value: number(value),
				}))}
			/>
		</section>
	);
}

function Page({ session }: { session: CourseSession }) {
	const { t } = useTranslation("attendance");
	const { line } = useSessionWords();
	const cohort = useQuery(cohortQuery(session.cohort_id));
	const code = useQuery({
		...codeQuery(session.id),
		refetchInterval: ({ state }) =>
			Math.max(AT_MOST, (state.data?.until ?? 0) - Date.now() + AT_MOST / 4),
		refetchIntervalInBackground: true,
	});
	if (cohort.isPending || code.isPending) return <Loading lines={6} />;
	if (cohort.isError)
		return <FailedPage error={cohort.error} onRetry={() => void cohort.refetch()} />;
	if (!code.data) return <FailedPage error={code.error} onRetry={() => void code.refetch()} />;
	const isOver = code.isError && Date.now() > code.data.until + TAKEN;
	return (
		<>
			<CohortHead title={t("code.title")} cohort={cohort.data.data} />
			<Stack>
				<h2>{line(session)}</h2>
				{code.isError && <Failed error={code.error} onRetry={() => void code.refetch()} />}
				{!code.data.open && <Notice tone="warn" title={t("code.closed")} />}
				{!isOver && <Wall shown={code.data} />}
				<Arrived session={session} />
			</Stack>
		</>
	);
}

/** The code of a session to show on a wall: it renews itself, and arrivals are counted beside it. */
export function CodePage() {
	const { id } = useParams({ from: "/cohort-sessions/$id/code" });
	const user = useUser();
	const allowed = can(user, "get_session_code");
	const session = useQuery({ ...sessionQuery(id), enabled: allowed });
	if (!allowed) return <NoRight />;
	if (session.isError)
		return <FailedPage error={session.error} onRetry={() => void session.refetch()} />;
	if (session.isPending) return <Loading lines={6} />;
	return <Page session={session.data} />;
}
