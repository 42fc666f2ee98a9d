import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { renderIn } from "@/test/render.tsx";
import { OrderedRows } from "./ordered-rows.tsx";

function Names() {
	const [rows, setRows] = useState([{ name: "أ" }, { name: "ب" }, { name: "ج" }]);
	return (
		<OrderedRows
			lead="أسماء"
			add="إضافة"
			rows={rows}
			onChange={setRows}
			blank={() => ({ name: "" })}
			legend={(row) => row.name || "جديد"}
			most={4}
		>
			{(row, index, set) => (
				<input
					aria-label={`${index + 1}`}
					value={row.name}
					onChange={(event) => set({ name: event.target.value })}
				/>
			)}
		</OrderedRows>
	);
}

const order = () => screen.getAllByRole("textbox").map((box) => (box as HTMLInputElement).value);
const button = (name: string, at: number) => {
	const found = screen.getAllByRole("button", { name })[at];
	if (!found) throw new Error(`no button ${name} ${at}`);
	return found;
};

test("a row moves with the focus, as far as there is room", async () => {
	const user = userEvent.setup();
	await renderIn("ar", <Names />);
	await user.click(button("تقديم", 2));
	expect(order()).toEqual(["أ", "ج", "ب"]);
	expect(button("تقديم", 1)).toHaveFocus();
	await user.keyboard("{Enter}");
	expect(order()).toEqual(["ج", "أ", "ب"]);
	// At the top there is no way up any more: the other way takes the focus.
	expect(button("تأخير", 0)).toHaveFocus();
	expect(screen.getByRole("status")).toHaveTextContent(/أصبح في المرتبة .?1/);
});

test("a new row is ready to be typed in, and a removed one hands the focus on", async () => {
	const user = userEvent.setup();
	await renderIn("ar", <Names />);
	await user.click(screen.getByRole("button", { name: "إضافة" }));
	await user.keyboard("د");
	expect(order()).toEqual(["أ", "ب", "ج", "د"]);
	expect(screen.getByRole("button", { name: "إضافة" })).toBeDisabled();
	await user.click(button("حذف", 3));
	expect(order()).toEqual(["أ", "ب", "ج"]);
	expect(screen.getByRole("textbox", { name: "3" })).toHaveFocus();
	for (const _ of [1, 2, 3]) await user.click(button("حذف", 0));
	expect(screen.getByRole("button", { name: "إضافة" })).toHaveFocus();
});
