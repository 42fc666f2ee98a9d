import type {
	CourseEvaluation,
	CourseJudgement,
	EvaluationRound,
	Frequency,
	ProjectTool,
} from "@/api/gen/types.gen.ts";

export const QUESTIONS = ["aims", "content", "trainers", "practice", "organisation"] as const;
export type Question = (typeof QUESTIONS)[number];

export const FREQUENCIES: readonly Frequency[] = ["never", "sometimes", "regularly"];

/** An answer as it is chosen and typed. */
export interface Typed {
	/** From 1 to 5. */
	marks: Partial<Record<Question, number>>;
	recommends: boolean | undefined;
	tools: Partial<Record<ProjectTool, Frequency>>;
	projects: number | null;
	partnerships: number | null;
	comment: string;
}

export const blank = (): Typed => ({
	marks: {},
	recommends: undefined,
	tools: {},
	projects: null,
	partnerships: null,
	comment: "",
});

/** What is still to be answered, by pointer into what would be sent; tools by their place in the course. */
export function missing(
	typed: Typed,
	round: EvaluationRound,
	tools: readonly ProjectTool[],
): ReadonlySet<string> {
	const open: (string | false)[] =
		round === "end"
			? [
					...QUESTIONS.map((one) => typed.marks[one] === undefined && `/judgement/${one}`),
					typed.recommends === undefined && "/judgement/would_recommend",
				]
			: [
					...tools.map((one, place) => !typed.tools[one] && `/course_use/tools/${place}`),
					typed.projects === null && "/course_use/projects_begun",
					typed.partnerships === null && "/course_use/partnerships_signed",
				];
	return new Set(open.filter((one) => one !== false));
}

function judgementOf({ marks, recommends }: Typed): CourseJudgement | undefined {
	const { aims, content, trainers, practice, organisation } = marks;
	if (!aims || !content || !trainers || !practice || !organisation || recommends === undefined)
		return undefined;
	return { aims, content, trainers, practice, organisation, would_recommend: recommends };
}

/** What is sent, once nothing is missing; nothing before. */
export function toSend(
	typed: Typed,
	round: EvaluationRound,
	tools: readonly ProjectTool[],
): CourseEvaluation | undefined {
	if (missing(typed, round, tools).size > 0) return undefined;
	const comment = typed.comment.trim() || null;
	const { projects, partnerships } = typed;
	if (round === "end") {
		const judgement = judgementOf(typed);
		return judgement && { round, judgement, comment };
	}
	if (projects === null || partnerships === null) return undefined;
	const used = tools.flatMap((tool) => {
		const frequency = typed.tools[tool];
		return frequency ? [{ tool, frequency }] : [];
	});
	return {
		round,
		course_use: { tools: used, projects_begun: projects, partnerships_signed: partnerships },
		comment,
	};
}
