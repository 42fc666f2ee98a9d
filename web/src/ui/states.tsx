import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isProblem } from "@/api/problem.ts";
import { Khatim } from "@/design/motifs.tsx";
import { Lock, Search } from "./icons.tsx";
import { ProblemPanel } from "./problem-panel.tsx";
import css from "./states.module.css";

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

export function NotFound() {
	const { t } = useTranslation("common");
	return (
		<div className={css.state}>
			<Search size={36} />
			<h1 className={css.title}>{t("state.notFound")}</h1>
			<p>{t("state.notFoundDetail")}</p>
		</div>
	);
}

export function NoRight({ children }: { children?: ReactNode }) {
	const { t } = useTranslation("common");
	return (
		<div className={css.state}>
			<Lock size={36} />
			<h1 className={css.title}>{t("state.noRight")}</h1>
			<p>{t("state.noRightDetail")}</p>
			{children}
		</div>
	);
}

/** What stands in the place of something that could not be read. */
export function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
	if (isProblem(error) && error.status === 404) return <NotFound />;
	if (isProblem(error) && error.status === 403) return <NoRight />;
	return <ProblemPanel error={error} onRetry={onRetry} />;
}
