import * as v from "valibot";

/** Words of the address as pages read them; what makes no sense there is as if it were not. */
export const known = <const S extends v.GenericSchema>(schema: S) =>
	v.fallback(v.optional(schema), undefined);

export const word = known(v.pipe(v.string(), v.trim(), v.nonEmpty()));
export const among = <const T extends readonly string[]>(values: T) => known(v.picklist(values));
/** Something asked for; when it is not, its word is not there. */
export const yes = known(
	v.pipe(
		v.union([v.literal("true"), v.literal(true)]),
		v.transform(() => true as const),
	),
);
export const id = known(v.pipe(v.string(), v.uuid()));
/** Code of a wilaya. */
export const wilaya = known(v.pipe(v.string(), v.regex(/^\d{2}$/)));
