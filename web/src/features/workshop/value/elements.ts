import type { Element, ElementKind } from "@/api/gen/types.gen.ts";

export type Need = "task" | "difficulty" | "gain";
export type Answer = "offer" | "reliever" | "creator";

export const NEEDS = ["task", "difficulty", "gain"] as const satisfies readonly Need[];
export const MEANS = ["reliever", "creator"] as const;
export type Mean = (typeof MEANS)[number];

/** What each kind of answer can answer. */
const ANSWERS: Readonly<Record<Answer, Need>> = {
	offer: "task",
	reliever: "difficulty",
	creator: "gain",
};

/** What an element of this kind answers; nothing when it is not an answer. */
export const answeredBy = (kind: ElementKind): Need | undefined =>
	Object.entries(ANSWERS).find(([answer]) => answer === kind)?.[1];

/** The kind that an element of this kind stands under. */
export const parentKind = (kind: ElementKind): "segment" | "offer" | undefined => {
	if (NEEDS.some((need) => need === kind)) return "segment";
	return MEANS.some((mean) => mean === kind) ? "offer" : undefined;
};

export const childrenOf = (elements: readonly Element[], parent: Element, kind: ElementKind) =>
	elements.filter((one) => one.parent_id === parent.id && one.kind === kind);

/** Those that answer a need, in their order. */
export const answering = (elements: readonly Element[], need: Element) =>
	elements.filter((one) => one.answers?.includes(need.id));

export interface Pair {
	need: string;
	answer: string;
	kind: Need;
}

/** Every link of the canvas whose both ends are there. */
export function pairs(elements: readonly Element[]): Pair[] {
	const there = new Set(elements.map((one) => one.id));
	return elements.flatMap((one) => {
		const kind = answeredBy(one.kind);
		return kind
			? (one.answers ?? [])
					.filter((need) => there.has(need))
					.map((need) => ({ need, answer: one.id, kind }))
			: [];
	});
}
