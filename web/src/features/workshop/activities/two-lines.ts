/** A name on at most two lines, broken between words; what does not fit ends in an ellipsis. */
export function twoLines(text: string, most: number): readonly string[] {
	const words = text.split(" ");
	let first = words.shift() ?? "";
	while (words[0] !== undefined && first.length + 1 + words[0].length <= most)
		first += ` ${words.shift()}`;
	const cut = (line: string) => (line.length > most ? `${line.slice(0, most - 1)}…` : line);
	return words.length > 0 ? [cut(first), cut(words.join(" "))] : [cut(first)];
}
