import { describe, expect, test } from "vitest";
import { faultsOf, toSend, typedOf } from "./declaration.ts";

const typed = {
	...typedOf(null),
	visitors: 120,
	sales: "١٥٠٠٠٫٥",
	orders: 2,
	ordersValue: "8 000",
	contacts: 0,
};

describe("a declaration", () => {
	test("asks for every figure, nothing sold being a figure too", () => {
		expect(Object.keys(faultsOf(typedOf(null), "close")).sort()).toEqual(
			["/contacts", "/orders", "/orders_value", "/sales", "/visitors"].sort(),
		);
		expect(faultsOf({ ...typed, sales: "0" }, "close")).toEqual({});
		expect(faultsOf({ ...typed, sales: "-5", ordersValue: "10000000001" }, "close")).toEqual({
			"/sales": "negative",
			"/orders_value": "tooMuch",
		});
		expect(faultsOf({ ...typed, sales: "كثير" }, "close")).toEqual({ "/sales": "money" });
	});
	test("is sent in centimes, without a judgement nobody gave", () => {
		const sent = toSend(typed, "close");
		expect(sent).toMatchObject({ sales: { amount: 1_500_050 }, orders_value: { amount: 800_000 } });
		expect(sent).not.toHaveProperty("evaluation");
	});
	test("judges whole or not at all, and at the close alone", () => {
		const begun = { ...typed, marks: { ...typed.marks, place: "4" } };
		expect(Object.keys(faultsOf(begun, "close"))).toHaveLength(4);
		expect(faultsOf(begun, "after_3_months")).toEqual({});
		expect(toSend(begun, "after_3_months")).not.toHaveProperty("evaluation");
	});
});
