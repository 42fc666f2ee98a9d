import { isProblem } from "@/api/problem.ts";

/** The code a sentence of the server ends with: "You cannot give this: import_associations." */
const LAST = /([\w-]+)(?=\u2069?\.$)/;

/** To be caught with: throws the problem again with words in the place of codes no reader has been shown. */
export const inWords =
	(word: (code: string) => string) =>
	(error: unknown): never => {
		if (!isProblem(error)) throw error;
		const errors = error.errors?.map((one) => ({
			...one,
			detail: one.detail.replace(LAST, (code) => word(code)),
		}));
		throw { ...error, errors };
	};
