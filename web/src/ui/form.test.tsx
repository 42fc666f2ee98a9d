import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { renderIn } from "@/test/render.tsx";
import { Button } from "./button.tsx";
import { Form } from "./form.tsx";
import { TextField } from "./text-field.tsx";
import { useAction } from "./use-action.ts";

const refusal = {
	title: "بعض الحقول تحتاج إلى تصحيح",
	status: 422,
	code: "invalid",
	errors: [{ pointer: "/name", code: "required", detail: "هذا الحقل مطلوب." }],
};

/** The server asks for the name, the page for the number. */
function Asked() {
	const action = useAction();
	const [name, setName] = useState("");
	const [number, setNumber] = useState("1");
	const [checked, setChecked] = useState(false);
	const submit = () => {
		setChecked(true);
		if (number === "1") void action.run(() => Promise.reject(refusal));
	};
	return (
		<Form action={action} onSubmit={submit}>
			<TextField label="الاسم" value={name} onChange={setName} error={action.wrong["/name"]} />
			<TextField
				label="العدد"
				value={number}
				onChange={setNumber}
				error={checked && number !== "1" ? "خطأ" : undefined}
			/>
			<Button type="submit">إرسال</Button>
		</Form>
	);
}

test("what the server said of the last attempt is not said of the next", async () => {
	await renderIn("ar", <Asked />);
	const send = () => userEvent.click(screen.getByRole("button", { name: "إرسال" }));
	await send();
	expect(await screen.findByRole("alert")).toHaveTextContent("بعض الحقول");
	expect(screen.getByLabelText("الاسم")).toHaveFocus();
	await userEvent.type(screen.getByLabelText("الاسم"), "دار الفخار");
	await userEvent.type(screen.getByLabelText("العدد"), "س");
	await send();
	expect(screen.queryByRole("alert")).toBeNull();
	expect(screen.getByLabelText("الاسم")).not.toBeInvalid();
	expect(screen.getByLabelText("العدد")).toHaveFocus();
});

const inTheWay = { title: "لا يمكن ذلك الآن", status: 409, code: "wrong_state" };

/** Refused for a reason that is no field's. */
function Refused() {
	const action = useAction();
	return (
		<Form action={action} onSubmit={() => void action.run(() => Promise.reject(inTheWay))}>
			<TextField label="الاسم" value="" onChange={() => {}} />
			<Button type="submit">إرسال</Button>
		</Form>
	);
}

test("a refusal that is of no field comes into sight, however long the form", async () => {
	const seen = vi.spyOn(Element.prototype, "scrollIntoView").mockImplementation(() => {});
	await renderIn("ar", <Refused />);
	await userEvent.click(screen.getByRole("button", { name: "إرسال" }));
	const told = await screen.findByRole("alert");
	expect(told).toHaveTextContent("لا يمكن ذلك الآن");
	expect(seen.mock.instances).toEqual([told]);
	seen.mockRestore();
});
