import type { Tone } from "@/ui/badge.tsx";
import type { CallStanding } from "./state-of.ts";

export const CALL_TONE: Readonly<Record<CallStanding, Tone>> = {
	upcoming: "wait",
	open: "good",
	closed: "calm",
	suspended: "wait",
};
