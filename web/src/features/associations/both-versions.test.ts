import { expect, test } from "vitest";
import { isChanged, withFields } from "./both-versions.ts";
import { EMPTY, toBody } from "./form/values.ts";

const base = toBody({ ...EMPTY, name: { ar: "جمعية", fr: "", en: "" }, acronym: "ج" });
const mine = { ...base, acronym: "م" };
const theirs = {
	...base,
	name: { ...base.name, fr: "Association" },
	contacts: [{ kind: "phone" as const, value: "+213550123456", public: false }],
};

test("a field is changed against what both began from", () => {
	expect(isChanged(base, mine, "/acronym")).toBe(true);
	expect(isChanged(base, mine, "/name/fr")).toBe(false);
	expect(isChanged(base, mine, "/contacts")).toBe(false);
	// A draft of another day does not say what it began from.
	expect(isChanged(undefined, mine, "/contacts")).toBe(true);
});

test("what somebody else wrote at other fields is not written over", () => {
	const saved = withFields(mine, theirs, ["/name/fr", "/contacts"]);
	expect(saved.acronym).toBe("م");
	expect(saved.name).toEqual({ ar: "جمعية", fr: "Association", en: null });
	expect(saved.contacts).toEqual(theirs.contacts);
	expect(mine.name.fr).toBeNull();
	expect(withFields(mine, theirs, [])).toEqual(mine);
});
