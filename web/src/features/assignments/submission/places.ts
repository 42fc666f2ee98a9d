import type {
	PieceItem,
	SubmissionComment,
	SubmissionPlace,
	SubmissionPlaceKind,
} from "@/api/gen/types.gen.ts";

/** The kinds of things a comment can stand at. */
const KINDS: readonly string[] = ["note", "element", "activity", "cost_line", "partner"];

const isPlaceKind = (kind: string): kind is SubmissionPlaceKind => KINDS.includes(kind);

/** Where a comment on something of the piece stands; parts of cash flows have no name to stand at. */
export const placeOf = ({ kind, id }: PieceItem): SubmissionPlace | undefined =>
	id && isPlaceKind(kind) ? { kind, id } : undefined;

/** One word for a place; that of the submission as a whole is empty. */
export const keyOf = (place: SubmissionPlace | undefined) =>
	place?.id ? `${place.kind} ${place.id}` : "";

export interface Placed {
	/** By the place they stand at. */
	at: ReadonlyMap<string, SubmissionComment[]>;
	/** At something that is not in what was handed in last. */
	gone: SubmissionComment[];
}

/** Comments by their place, in the order they were made. */
export function placed(
	comments: readonly SubmissionComment[],
	items: readonly PieceItem[],
): Placed {
	const there = new Set(["", ...items.map((item) => keyOf(placeOf(item)))]);
	const at = new Map<string, SubmissionComment[]>();
	const gone: SubmissionComment[] = [];
	for (const comment of comments) {
		const key = keyOf(comment.place);
		if (there.has(key)) at.set(key, [...(at.get(key) ?? []), comment]);
		else gone.push(comment);
	}
	return { at, gone };
}

export interface Group {
	key: string;
	items: PieceItem[];
}

const grouped: readonly string[] = ["note", "element", "partner"];

/** Things of one block or kind together, in the order in which the first of each comes. */
export function groupsOf(items: readonly PieceItem[]): Group[] {
	const groups = new Map<string, Group>();
	for (const item of items) {
		const key = grouped.includes(item.kind) ? `${item.kind} ${item.group ?? ""}` : item.kind;
		const group = groups.get(key) ?? { key, items: [] };
		group.items.push(item);
		groups.set(key, group);
	}
	return [...groups.values()];
}
