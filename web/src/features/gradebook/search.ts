import * as v from "valibot";

/** Which sheet of the gradebook is open; the grades where none is named. */
export const gradebookSearch = v.object({
	view: v.fallback(v.optional(v.picklist(["progress", "scheme"])), undefined),
});
