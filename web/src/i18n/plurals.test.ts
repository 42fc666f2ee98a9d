import { expect, test } from "vitest";
import directory from "../features/directory/messages.ar.json";
import { createI18n } from "./index.tsx";

const i18n = await createI18n("ar", async () => directory);
await i18n.loadNamespaces("directory");

test.each([
	[0, "لا توجد جمعيات"],
	[1, "جمعية واحدة"],
	[2, "جمعيتان"],
	[3, "3 جمعيات"],
	[11, "11 جمعية"],
	[100, "100 جمعية"],
	[1284, "1.284 جمعية"],
])("%i associations in Arabic", (count, text) => {
	expect(i18n.t("directory:results", { count })).toBe(text);
});
