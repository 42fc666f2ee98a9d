import type { CallState } from "@/api/gen/types.gen.ts";
import type { Tone } from "@/ui/badge.tsx";

export const CALL_TONE: Readonly<Record<CallState, Tone>> = {
	upcoming: "wait",
	open: "good",
	closed: "calm",
};
