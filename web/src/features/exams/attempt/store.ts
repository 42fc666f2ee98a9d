import type { ExamAttempt, LearningReply } from "@/api/gen/types.gen.ts";
import { PAPERS } from "@/api/token.ts";

/** An answer as it is sent: of two the higher counter wins. */
export interface Given {
	counter: number;
	given: LearningReply | null;
}
/** Answers by question. */
export type Answers = Readonly<Record<string, Given>>;

/** An attempt as it was last read, and when it ends by the clock of this device. */
export interface KeptPaper {
	account: string;
	attempt: ExamAttempt;
	ends: number;
}

/** What of tests stays in the browser; writing says whether it does. */
export interface Store {
	paper: (attempt: string) => KeptPaper | undefined;
	savePaper: (paper: KeptPaper) => boolean;
	forget: (attempt: string) => void;
	/** Answers the server has not confirmed, by the account that gave them. */
	unsent: (attempt: string, account: string) => Answers;
	saveUnsent: (attempt: string, account: string, answers: Answers) => boolean;
}

/** Whether what is kept under a name is of an attempt. */
export const isOf = (key: string | null, attempt: string) =>
	!!key && (key === paperKey(attempt) || (key.startsWith(OUTBOX) && key.endsWith(`:${attempt}`)));

/** Answers alone, without names: they stay until they are sent, also when somebody signs out. */
export const OUTBOX = "exam-answers:";

const paperKey = (attempt: string) => `${PAPERS}${attempt}`;
const outboxKey = (attempt: string, account: string) => `${OUTBOX}${account}:${attempt}`;

/**
 * The store of this browser. What is given is written at once and not in its own time: the page may be closed the moment after. Only this file
 * writes under these names, so that what is read has the shape it gave it.
 */
export const storeOf = (kept: Storage): Store => {
	const read = <T>(key: string): T | undefined => {
		try {
			return (JSON.parse(kept.getItem(key) ?? "null") as T | null) ?? undefined;
		} catch {
			// Forbidden or unreadable: as if nothing were kept.
			return undefined;
		}
	};
	const write = (key: string, value: unknown): boolean => {
		try {
			if (value === undefined) kept.removeItem(key);
			else kept.setItem(key, JSON.stringify(value));
			return true;
		} catch {
			// Full or forbidden: the page says that it must stay open.
			return false;
		}
	};
	return {
		paper: (attempt) => read<KeptPaper>(paperKey(attempt)),
		savePaper: (paper) => write(paperKey(paper.attempt.id), paper),
		forget: (attempt) => void write(paperKey(attempt), undefined),
		unsent: (attempt, account) => read<Answers>(outboxKey(attempt, account)) ?? {},
		saveUnsent: (attempt, account, answers) =>
			write(outboxKey(attempt, account), Object.keys(answers).length > 0 ? answers : undefined),
	};
};
