import { expect, test } from "vitest";
import { renderIn } from "@/test/render.tsx";
import { useOffice } from "./use-office.ts";

function President({ gender }: { gender: "woman" | "man" | undefined }) {
	return useOffice()("president", gender);
}

test.each([
	["ar", "woman", "الرئيسة"],
	["ar", "man", "الرئيس"],
	["fr", "woman", "Présidente"],
	["fr", "man", "Président"],
	["ar", undefined, "رئاسة الجمعية"],
	["fr", undefined, "Présidence de l’association"],
	["en", undefined, "Presidency"],
	["en", "woman", "President"],
] as const)("in %s the president who is a %s", async (locale, gender, word) => {
	const { container } = await renderIn(locale, <President gender={gender} />);
	expect(container).toHaveTextContent(word);
});
