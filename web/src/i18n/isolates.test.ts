import { expect, test } from "vitest";
import ar from "../features/attendance/messages.ar.json";
import fr from "../features/attendance/messages.fr.json";
import { createI18n } from "./index.tsx";

test.each([
	["ar", ar, "\u2067"],
	["fr", fr, "\u2066"],
] as const)(
	"in %s words put together of others run as the page does",
	async (locale, words, opens) => {
		const i18n = await createI18n(locale, async () => words);
		await i18n.loadNamespaces("attendance");
		const session = i18n.t("attendance:session.line", {
			day: "الاثنين",
			hours: "12:05–13:10",
			title: "Clôture",
		});
		expect(session).toMatch(/^\u2068الاثنين\u2069.*\u2068Clôture\u2069$/);
		expect(i18n.t("attendance:list.todayLine", { session })).toContain(`${opens}${session}\u2069`);
	},
);
