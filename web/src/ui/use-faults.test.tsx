import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { useAction } from "./use-action.ts";
import { useFaults } from "./use-faults.ts";

test("what was put right after an attempt is not called wrong any more", () => {
	const all: Record<string, "required"> = { "/name": "required", "/gender": "required" };
	const { result, rerender } = renderHook(
		({ now }) => useFaults(useAction(), (fault) => fault, now),
		{ initialProps: { now: all } },
	);
	expect(result.current.count).toBe(0);
	act(() => void result.current.check(all));
	expect(result.current.said).toEqual(all);
	rerender({ now: { "/gender": "required" } });
	expect(result.current.said).toEqual({ "/gender": "required" });
	expect(result.current.count).toBe(1);
	// Nothing is called wrong before the next attempt.
	rerender({ now: { "/gender": "required", "/day": "required" } });
	expect(result.current.count).toBe(1);
});
