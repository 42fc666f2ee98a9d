import type { EventStand } from "@/api/gen/types.gen.ts";
import { fold } from "@/i18n/fold.ts";
import type { LocalText } from "@/i18n/format.ts";

const spellings = ({ ar, fr, en }: LocalText) => [ar, fr, en].filter(Boolean).join(" ");

/**
 * The stands a visitor looks for: by number, by the association in any of its names and spellings, by the names of its crafts. Every word
 * must be found; without words, none is looked for.
 */
export function found(
	stands: readonly EventStand[],
	typed: string,
	sector: string | undefined,
	sectorName: (code: string) => string,
): EventStand[] | null {
	const words = fold(typed).split(/\s+/).filter(Boolean);
	if (words.length === 0 && !sector) return null;
	return stands.filter(({ number, holder }) => {
		const crafts = holder?.craft_sectors ?? [];
		if (sector && !crafts.includes(sector)) return false;
		const text = fold(
			[number, holder ? spellings(holder.association_name) : "", ...crafts.map(sectorName)].join(
				" ",
			),
		);
		return words.every((word) => text.includes(word));
	});
}
