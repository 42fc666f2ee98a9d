import type { ActivityInput, ProjectActivity } from "@/api/gen/types.gen.ts";

export interface NewCode {
	/** As the template has it. */
	before: string;
	/** As the plan has it. */
	after: string;
}

/** The codes that were taken: what came behind a plan of `had` activities, against the template. */
export const newCodes = (
	template: readonly Pick<ActivityInput, "code">[],
	plan: readonly Pick<ProjectActivity, "code">[],
	had: number,
): readonly NewCode[] =>
	template.flatMap(({ code: before }, index) => {
		const after = plan[had + index]?.code;
		return after && after !== before ? [{ before, after }] : [];
	});
