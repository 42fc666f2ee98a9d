import { render } from "@testing-library/react";
import type { ReactElement } from "react";
import { createI18n, LanguageProvider } from "@/i18n/index.tsx";
import type { Locale } from "@/i18n/locale.ts";

const common = import.meta.glob<Record<string, unknown>>("../i18n/common.*.json", {
	import: "default",
});

/** Draws a part of the interface in one language, with the texts all parts share. */
export async function renderIn(locale: Locale, element: ReactElement) {
	const i18n = await createI18n(locale, async () => {
		const load = common[`../i18n/common.${locale}.json`];
		return load ? load() : {};
	});
	return render(
		<LanguageProvider i18n={i18n} locale={locale}>
			{element}
		</LanguageProvider>,
	);
}
