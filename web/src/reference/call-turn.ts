import type { Call } from "@/api/gen/types.gen.ts";

const DAY = 86_400_000;
/** Clocks differ a little: the server is asked once its own has surely moved on. */
const AFTER = 1500;

/** What was read before a turn that has come since is read again in so many; a clock that runs far ahead does not ask over and over. */
const OVERDUE = 5000;
const LATE = 600_000;

/** Milliseconds until a call opens or closes, when that is today: then it is read again. */
export function untilTurn(
	call: Pick<Call, "state" | "opens_at" | "closes_at"> | null | undefined,
	now = Date.now(),
): number | false {
	if (!call || call.state === "closed") return false;
	const rest = Date.parse(call.state === "open" ? call.closes_at : call.opens_at) - now;
	if (rest <= 0) return rest > -LATE ? OVERDUE : false;
	return rest < DAY ? rest + AFTER : false;
}
