import { renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { createI18n, LanguageProvider } from "@/i18n/index.tsx";
import { useHours } from "./use-hours.ts";

test.each([
	["ar", 90, "1,5 ساعة"],
	["ar", 65, "ساعة و5 دقائق"],
	["fr", 65, "1 heure et 5 minutes"],
	["en", 13, "13 minutes"],
	["en", 2280, "38 hours"],
] as const)("in %s %i minutes", async (locale, minutes, words) => {
	const i18n = await createI18n(locale, async () => ({}));
	const wrapper = ({ children }: { children: ReactNode }) => (
		<LanguageProvider i18n={i18n} locale={locale}>
			{children}
		</LanguageProvider>
	);
	const { result } = renderHook(() => useHours(), { wrapper });
	expect(result.current(minutes).replace(/\s/g, " ")).toBe(words);
});
