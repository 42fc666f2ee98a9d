import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isProblem } from "@/api/problem.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

/** What went wrong in the server's words, or in ours when the server could not speak. */
export function useProblemText() {
	const { t } = useTranslation("common");
	return (error: unknown): { title: string; detail?: string } => {
		if (!isProblem(error)) return { title: t("problem.unexpected") };
		if (error.code === "unreachable") {
			return { title: t("problem.unreachable"), detail: t("problem.unreachableDetail") };
		}
		const wait = error.retryAfter
			? t("problem.retryAfter", { count: Math.max(1, Math.ceil(error.retryAfter / 60)) })
			: undefined;
		const detail = [error.detail, wait].filter(Boolean).join(" ");
		return { title: error.title || t("problem.unexpected"), ...(detail ? { detail } : {}) };
	};
}

interface Props {
	error: unknown;
	onRetry?: (() => void) | undefined;
	/** What did not come about, said before what went wrong. */
	title?: string;
	/** The words on single fields are shown elsewhere. */
	hideFields?: boolean;
	children?: ReactNode;
}

export function ProblemPanel({ error, onRetry, title, hideFields, children }: Props) {
	const { t } = useTranslation("common");
	const told = useProblemText()(error);
	// Why something is there no longer says it; that it was not found would contradict it.
	const gone = isProblem(error) && error.status === 404 && told.detail;
	const { title: wrong, detail } = gone ? { title: gone, detail: undefined } : told;
	const said = hideFields || !isProblem(error) ? [] : (error.errors ?? []);
	const words = [...new Set(said.map((one) => one.detail))];
	return (
		<Notice tone="bad" title={title ?? wrong} alert>
			{title && <p>{wrong}</p>}
			{detail && <p>{detail}</p>}
			{words.length > 0 && (
				<ul>
					{words.map((word) => (
						<li key={word}>{word}</li>
					))}
				</ul>
			)}
			{children}
			{onRetry && (
				<div>
					<Button small onPress={onRetry}>
						{t("action.retry")}
					</Button>
				</div>
			)}
		</Notice>
	);
}
