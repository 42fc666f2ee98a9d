import type { ExamAnswerInput, ExamAttempt, ExamReceipt } from "@/api/gen/types.gen.ts";
import { isProblem } from "@/api/problem.ts";
import type { Paper } from "./paper.ts";

/** The world around somebody who sits a test: the server and the clock. */
export interface World {
	read: (attempt: string) => Promise<ExamAttempt>;
	save: (attempt: string, answers: readonly ExamAnswerInput[]) => Promise<ExamReceipt>;
	handIn: (attempt: string, answers: readonly ExamAnswerInput[]) => Promise<ExamReceipt>;
	/** One sender at a time, over all open tabs. */
	alone: <T>(work: () => Promise<T>) => Promise<T>;
	now: () => number;
}

/** Whether the server says that it takes no more. */
const isTooLate = (error: unknown) => isProblem(error) && error.status === 409;

/** Whether the server has taken a batch; when it takes no more, the batch is put aside with the reason. */
async function isTaken(
	paper: Paper,
	batch: readonly ExamAnswerInput[],
	send: () => Promise<ExamReceipt>,
): Promise<boolean> {
	try {
		const { outcomes, attempt } = await send();
		const lost = outcomes.filter(({ outcome }) => outcome === "superseded");
		paper.settle(batch);
		paper.overtake(lost.map(({ question_id }) => question_id));
		paper.take(attempt);
		return true;
	} catch (error) {
		if (!isTooLate(error)) throw error;
		paper.refuse(batch, error);
		return false;
	}
}

/** Sends what waits, and reads how things are. */
export const exchange = (paper: Paper, world: World) =>
	world.alone(async () => {
		// Another tab may have sent since.
		paper.reread();
		let sent = false;
		for (let batch = paper.waiting(); batch.length > 0; batch = paper.waiting()) {
			sent = await isTaken(paper, batch, () => world.save(paper.id, batch));
			if (!sent) break;
		}
		if (!sent) paper.take(await world.read(paper.id));
	});

/** Hands in with all that waits; what goes wrong is told to whoever asked. */
export const handIn = (paper: Paper, world: World) =>
	world.alone(async () => {
		paper.reread();
		const batch = paper.waiting();
		const sent = await isTaken(paper, batch, () => world.handIn(paper.id, batch));
		if (!sent) paper.take(await world.read(paper.id));
	});
