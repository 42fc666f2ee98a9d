import * as v from "valibot";

const word = v.fallback(v.optional(v.string()), undefined);

/** What a visitor looks for on a plan, and the stand that is shown. */
export const visitSearch = v.object({ q: word, sector: word, stand: word });
