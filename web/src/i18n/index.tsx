import i18next, { type i18n as I18n, type ReadCallback } from "i18next";
import { createContext, type ReactNode, use, useMemo } from "react";
import { I18nextProvider, initReactI18next } from "react-i18next";
import { createFormat, type Format, isolateIn } from "./format.ts";
import type { Locale } from "./locale.ts";

export type Catalogue = Record<string, unknown>;
/** Fetches the catalogue of one part of the interface in one language. */
export type CatalogueLoader = (locale: Locale, namespace: string) => Promise<Catalogue>;

/** One instance for one language: the language changes with the address, by a full navigation. */
export async function createI18n(locale: Locale, load: CatalogueLoader): Promise<I18n> {
	const format = createFormat(locale);
	const instance = i18next.createInstance();
	instance.use(initReactI18next).use({
		type: "backend",
		init: () => undefined,
		read: (_language: string, namespace: string, done: ReadCallback) => {
			load(locale, namespace).then(
				(catalogue) => done(null, catalogue),
				(error: Error) => done(error, null),
			);
		},
	});
	await instance.init({
		lng: locale,
		fallbackLng: false,
		ns: ["common"],
		defaultNS: "common",
		load: "currentOnly",
		returnNull: false,
		interpolation: {
			// React escapes for HTML; this hook writes numbers as the country does and isolates names.
			escapeValue: true,
			useRawValueToEscape: true,
			escape: ((value: unknown) =>
				typeof value === "number"
					? format.number(value)
					: isolateIn(format.dir, String(value ?? ""))) as (value: string) => string,
		},
		react: { useSuspense: true },
	});
	return instance;
}

/** A page without its words is no page: what cannot be fetched fails, as its code does. */
export async function loadTexts(i18n: I18n, namespaces: readonly string[]): Promise<void> {
	await i18n.loadNamespaces(namespaces);
	const missing = namespaces.filter((one) => !i18n.hasResourceBundle(i18n.language, one));
	if (missing.length > 0) throw new Error(`Importing a module script failed: ${missing}`);
}

const FormatContext = createContext<Format | null>(null);

export function LanguageProvider(props: { i18n: I18n; locale: Locale; children: ReactNode }) {
	const format = useMemo(() => createFormat(props.locale), [props.locale]);
	return (
		<I18nextProvider i18n={props.i18n}>
			<FormatContext value={format}>{props.children}</FormatContext>
		</I18nextProvider>
	);
}

/** How numbers, dates and texts in several languages are written for this reader. */
export function useFormat(): Format {
	const format = use(FormatContext);
	if (!format) throw new Error("useFormat needs a LanguageProvider above it");
	return format;
}
