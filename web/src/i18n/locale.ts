/** The three languages of the interface; the first part of every address. */
export const LOCALES = ["ar", "fr", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/**
 * Tags given to `Intl`. Plain `ar` would write يوليو and Eastern digits, and `en-DZ` American
 * dates, so the region is always said.
 */
export const BCP47: Readonly<Record<Locale, string>> = { ar: "ar-DZ", fr: "fr-DZ", en: "en-GB" };

export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
	ar: "العربية",
	fr: "Français",
	en: "English",
};

export const directionOf = (locale: Locale): "rtl" | "ltr" => (locale === "ar" ? "rtl" : "ltr");

/** The language of an address, Arabic when it names none. */
export function localeOf(pathname: string): Locale {
	const first = pathname.split("/")[1];
	return LOCALES.find((locale) => locale === first) ?? "ar";
}

/** An address without its language. */
export const withoutLocale = (pathname: string) =>
	pathname.replace(/^\/(ar|fr|en)(?=\/|$)/, "") || "/";
