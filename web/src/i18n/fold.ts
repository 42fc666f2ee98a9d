/**
 * One spelling for all the ways a name is typed: without hamza, vowel signs and accents, final ya
 * and ta marbuta as typed on any keyboard, small letters, Latin digits. For finding, never for showing.
 */
export function fold(text: string): string {
	return text
		.normalize("NFKD")
		.replace(/[\p{M}\u0640\u200e\u200f\u2066-\u2069]/gu, "")
		.replace(/[آأإٱ]/g, "ا")
		.replace(/[ىئ]/g, "ي")
		.replace(/ؤ/g, "و")
		.replace(/ة/g, "ه")
		.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
		.toLowerCase()
		.replace(/['’ʼ`\-–.\s]+/g, " ")
		.trim();
}
