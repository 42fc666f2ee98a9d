const BROWSERS: readonly (readonly [RegExp, string])[] = [
	[/Edg\//, "Edge"],
	[/OPR\//, "Opera"],
	[/SamsungBrowser\//, "Samsung Internet"],
	[/Firefox\//, "Firefox"],
	[/Chrom(e|ium)\//, "Chrome"],
	[/Safari\//, "Safari"],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
	[/Android/, "Android"],
	[/iPhone|iPad/, "iOS"],
	[/Windows/, "Windows"],
	[/Mac OS X/, "macOS"],
	[/Linux/, "Linux"],
];

const first = (table: typeof BROWSERS, agent: string) =>
	table.find(([pattern]) => pattern.test(agent))?.[1];

/** A browser and a system a person recognises, or nothing when the agent names neither. */
export function deviceOf(agent: string): string | undefined {
	const known = [first(BROWSERS, agent), first(SYSTEMS, agent)].filter(Boolean);
	return known.length ? known.join(" · ") : undefined;
}
