import * as v from "valibot";

const word = v.fallback(v.optional(v.string()), undefined);

/** What a visitor looks for on a plan, the stand that is shown, and whose application it is, to say why it is this one. */
export const visitSearch = v.object({ q: word, sector: word, stand: word, application: word });
