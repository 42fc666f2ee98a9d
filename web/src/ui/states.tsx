import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isKeptByDuty, isProblem } from "@/api/problem.ts";
import { Khatim } from "@/design/motifs.tsx";
import { buttonClass } from "./button.tsx";
import { Lock, Search } from "./icons.tsx";
import { ProblemPanel, useProblemText } from "./problem-panel.tsx";
import css from "./states.module.css";
import { useTitle } from "./use-title.ts";

export function Loading({ lines = 3 }: { lines?: number }) {
	const { t } = useTranslation("common");
	return (
		<div className={css.loading} role="status">
			<span className="visually-hidden">{t("state.loading")}</span>
			{Array.from({ length: lines }, (_, line) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: lines of a placeholder have nothing else
				<span key={line} className={css.line} />
			))}
		</div>
	);
}

/** Nothing here yet, why, and what to do about it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
	return (
		<div className={css.state}>
			<Khatim size={40} className={css.mark} />
			<p className={css.title}>{title}</p>
			{children}
		</div>
	);
}

/** The head of a whole page that cannot be shown, with the ways on. */
function Instead(props: { icon: ReactNode; title: string; children: ReactNode }) {
	const { t } = useTranslation("common");
	useTitle(props.title);
	return (
		<div className={css.state}>
			{props.icon}
			<h1 className={css.title}>{props.title}</h1>
			{props.children}
			<nav className={css.ways} aria-label={props.title}>
				<Link to="/" className={buttonClass("secondary")}>
					{t("nav.home")}
				</Link>
				<Link to="/associations" className={buttonClass("secondary")}>
					{t("nav.directory")}
				</Link>
			</nav>
		</div>
	);
}

export function NotFound() {
	const { t } = useTranslation("common");
	return (
		<Instead icon={<Search size={36} />} title={t("state.notFound")}>
			<p>{t("state.notFoundDetail")}</p>
		</Instead>
	);
}

export function NoRight() {
	const { t } = useTranslation("common");
	return (
		<Instead icon={<Lock size={36} />} title={t("state.noRight")}>
			<p>{t("state.noRightDetail")}</p>
		</Instead>
	);
}

/** What stands in the place of a part of a page that is not for this reader now: why, and the ways on. */
export function Withheld({ title, children }: { title: string; children: ReactNode }) {
	return (
		<div className={css.state}>
			<Lock size={36} />
			<p className={css.title}>{title}</p>
			{children}
		</div>
	);
}

/** A page that is not there for a reason the server tells, such as a link that has expired. */
function NotThere({ why }: { why: string }) {
	const { t } = useTranslation("common");
	return (
		<Instead icon={<Search size={36} />} title={t("state.notThere")}>
			<p>{why}</p>
		</Instead>
	);
}

/** The same for a whole page, in the server's words. */
function KeptByDuty({ error }: { error: unknown }) {
	const { title, detail } = useProblemText()(error);
	return (
		<Instead icon={<Lock size={36} />} title={title}>
			<p>{detail}</p>
		</Instead>
	);
}

/** What stands in the place of a part of a page that could not be read. */
export function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
	return <ProblemPanel error={error} onRetry={onRetry} />;
}

/** What stands in the place of a whole page that could not be read. */
export function FailedPage({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
	if (isProblem(error) && error.status === 404)
		return error.detail ? <NotThere why={error.detail} /> : <NotFound />;
	if (isKeptByDuty(error)) return <KeptByDuty error={error} />;
	if (isProblem(error) && error.status === 403) return <NoRight />;
	return <Unread error={error} onRetry={onRetry} />;
}

function Unread({ error, onRetry }: { error: unknown; onRetry: (() => void) | undefined }) {
	const { title } = useProblemText()(error);
	useTitle(title);
	return (
		<>
			<h1 className="visually-hidden">{title}</h1>
			<ProblemPanel error={error} onRetry={onRetry} />
		</>
	);
}
