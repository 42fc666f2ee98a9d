import { getExamAttempt, handInExamAttempt, saveExamAnswers } from "@/api/gen/workshop-sdk.gen.ts";
import { mayHaveSession } from "@/api/token.ts";
import { currentUser, restoreSession } from "@/auth/session.ts";
import type { World } from "./exchange.ts";

/** Opened without a connection, the page takes up the session once there is one. */
async function signedIn() {
	if (!currentUser() && mayHaveSession()) await restoreSession();
}

export const world: World = {
	read: async (id) => {
		await signedIn();
		return (await getExamAttempt({ path: { id }, throwOnError: true })).data;
	},
	save: async (id, answers) => {
		await signedIn();
		const body = { answers: [...answers] };
		return (await saveExamAnswers({ path: { id }, body, throwOnError: true })).data;
	},
	handIn: async (id, answers) => {
		await signedIn();
		const body = { answers: [...answers] };
		return (await handInExamAttempt({ path: { id }, body, throwOnError: true })).data;
	},
	alone: (work) => {
		// There are no locks without a secure connection; sending twice does no harm.
		const locks: LockManager | undefined = navigator.locks;
		return locks ? locks.request("exam-answers", work) : work();
	},
	now: Date.now,
};
