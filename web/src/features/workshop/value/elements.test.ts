import { expect, test } from "vitest";
import type { Element } from "@/api/gen/types.gen.ts";
import { answeredBy, answering, childrenOf, pairs, parentKind } from "./elements.ts";

const element = (id: string, kind: Element["kind"], more: Partial<Element> = {}): Element => ({
	id,
	kind,
	text: id,
	answers: [],
	created_at: "2026-01-01T00:00:00Z",
	updated_at: "2026-01-01T00:00:00Z",
	version: 1,
	...more,
});
const segment = element("women", "segment");
const task = element("sell", "task", { parent_id: "women" });
const shop = element("shop", "offer", { answers: ["sell", "gone"] });

test("offers answer tasks, relievers difficulties, creators gains, and nothing else answers", () => {
	expect(["offer", "reliever", "creator"].map((one) => answeredBy(one as Element["kind"]))).toEqual(
		["task", "difficulty", "gain"],
	);
	expect(answeredBy("segment")).toBeUndefined();
	expect([parentKind("gain"), parentKind("creator"), parentKind("offer")]).toEqual([
		"segment",
		"offer",
		undefined,
	]);
});

test("links are drawn between elements that are both there", () => {
	const all = [segment, task, shop];
	expect(pairs(all)).toEqual([{ need: "sell", answer: "shop", kind: "task" }]);
	expect(answering(all, task)).toEqual([shop]);
	expect(childrenOf(all, segment, "task")).toEqual([task]);
});
