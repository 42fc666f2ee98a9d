import type { EventBadge } from "@/api/gen/types.gen.ts";
import { fold } from "@/i18n/fold.ts";
import { latinDigits } from "@/i18n/format.ts";
import { came } from "./roster.ts";

/** Letters of a code. */
const LENGTH = 10;

/** A code as it was typed or read: without what stands between, in capitals, letters that look like digits as digits. */
export const codeOf = (typed: string) =>
	latinDigits(typed)
		.toUpperCase()
		.replace(/[^0-9A-Z]/g, "")
		.replace(/O/g, "0")
		.replace(/[IL]/g, "1");

/** Whether it can be the code of a badge: nothing but its letters, with a dash or a space. */
export const isCode = (typed: string) =>
	/^[\s0-9A-Za-z٠-٩-]+$/.test(typed) && codeOf(typed).length === LENGTH;

export const SHOWN = ["all", "outside", "inside", "absent"] as const;
export type Shown = (typeof SHOWN)[number];

const FITS: Readonly<Record<Shown, (badge: EventBadge) => boolean>> = {
	all: () => true,
	outside: (badge) => !badge.inside,
	inside: (badge) => badge.inside,
	absent: (badge) => !came(badge),
};

const wordsOf = ({ name, association_name: of, stand }: EventBadge) =>
	fold([name, of.ar, of.fr, of.en, stand].filter(Boolean).join(" "));

/** Badges that fit what is typed: the start of a code, a stand, or every word in the names. */
export function found(badges: readonly EventBadge[], typed: string, shown: Shown): EventBadge[] {
	const words = fold(typed).split(" ").filter(Boolean);
	const code = codeOf(typed);
	return badges.filter((badge) => {
		if (!FITS[shown](badge)) return false;
		if (words.length === 0 || (code.length > 3 && badge.code.startsWith(code))) return true;
		const text = wordsOf(badge);
		return words.every((word) => text.includes(word));
	});
}

/** A reader types a whole code faster than a hand. */
const BY_HAND = 600;
export const readBy = (milliseconds: number) => (milliseconds < BY_HAND ? "qr" : "manual");
