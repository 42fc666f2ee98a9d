/** Conditions this page knows how to mend; others are told in the API's words alone. */
const MENDABLE = [
	"levels",
	"kinds",
	"craft_sectors",
	"wilayas",
	"border_or_isolated",
	"women_led",
	"youth_led",
	"disability",
	"registered_years",
	"mandate_valid",
] as const;
export type Mendable = (typeof MENDABLE)[number];

export const mendable = (condition: string): Mendable | undefined =>
	MENDABLE.find((one) => one === condition);
