/** So many of some things, each as likely as any other, in the order they stood. */
export function drawn<T>(things: readonly T[], count: number): T[] {
	const left = things.map((_, index) => index);
	const taken: number[] = [];
	while (taken.length < count && left.length > 0) {
		const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
		taken.push(...left.splice(random % left.length, 1));
	}
	return taken.sort((a, b) => a - b).flatMap((index) => things.slice(index, index + 1));
}
