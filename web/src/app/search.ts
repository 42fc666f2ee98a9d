// Plain query strings: `?wilaya=16&wilaya=31` stays readable and can be shared. Repeated names
// become lists; numbers stay text until the schema of the page reads them.

export type Search = Record<string, unknown>;

export function parseSearch(text: string): Search {
	const search: Record<string, string | string[]> = {};
	for (const [name, value] of new URLSearchParams(text)) {
		const before = search[name];
		if (before === undefined) search[name] = value;
		else search[name] = Array.isArray(before) ? [...before, value] : [before, value];
	}
	return search;
}

export function stringifySearch(search: Search): string {
	const pairs = new URLSearchParams();
	for (const [name, value] of Object.entries(search)) {
		for (const one of Array.isArray(value) ? value : [value]) {
			if (one !== undefined && one !== null && one !== "") pairs.append(name, String(one));
		}
	}
	const text = pairs.toString();
	return text ? `?${text}` : "";
}
