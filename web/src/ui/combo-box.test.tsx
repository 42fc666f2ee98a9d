import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { renderIn } from "@/test/render.tsx";
import { ComboBox } from "./combo-box.tsx";

const OPTIONS = ["جمعية الفخار", "جمعية النحاس", "جمعية الزرابي"].map((label) => ({
	id: label,
	label,
}));

function Form({ options = OPTIONS }: { options?: typeof OPTIONS }) {
	const [value, setValue] = useState<string | null>(null);
	return <ComboBox label="العارض" options={options} value={value} onChange={setValue} />;
}

test("an option is chosen with the keyboard, in any spelling", async () => {
	await renderIn("ar", <Form />);
	await userEvent.type(screen.getByRole("combobox", { name: "العارض" }), "زرابى");
	await userEvent.keyboard("{ArrowDown}{Enter}");
	expect(screen.getByRole("combobox")).toHaveValue("جمعية الزرابي");
});

let arrive: () => void = () => undefined;

/** The list comes after the form. */
function Late() {
	const [options, setOptions] = useState<typeof OPTIONS>([]);
	arrive = () => setOptions(OPTIONS);
	return <Form options={options} />;
}

test.each([
	["{ArrowDown}", "جمعية الفخار"],
	["{ArrowUp}", "جمعية الزرابي"],
])("%s before the list is there is not lost: Enter chooses once it is", async (arrow, name) => {
	await renderIn("ar", <Late />);
	await userEvent.tab();
	await userEvent.keyboard(arrow);
	await act(async () => arrive());
	await userEvent.keyboard("{Enter}");
	expect(screen.getByRole("combobox")).toHaveValue(name);
});
