import type { Text } from "@/api/gen/types.gen.ts";

/** A text in each language, as it is typed. */
export interface Names {
	ar: string;
	fr: string;
	en: string;
}

export const noNames: Names = { ar: "", fr: "", en: "" };

export const namesOf = (text: Text): Names => ({
	ar: text.ar,
	fr: text.fr ?? "",
	en: text.en ?? "",
});

export const textOf = ({ ar, fr, en }: Names): Text => ({
	ar: ar.trim(),
	fr: fr.trim() || null,
	en: en.trim() || null,
});
