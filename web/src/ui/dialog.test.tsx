import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { renderIn } from "@/test/render.tsx";
import { Dialog } from "./dialog.tsx";
import { ShownOnce } from "./shown-once.tsx";

const beside = () => {
	const overlay = document.querySelector("[data-rac] , [class*=overlay]");
	if (!overlay) throw new Error("no overlay");
	return overlay;
};

test("a click beside a dialog ends it until something is typed", async () => {
	const close = vi.fn();
	await renderIn(
		"ar",
		<Dialog title="إعادة الملف" isOpen onClose={close}>
			<label>
				السبب <input />
			</label>
		</Dialog>,
	);
	await userEvent.click(beside());
	expect(close).toHaveBeenCalledTimes(1);
	await userEvent.type(screen.getByLabelText("السبب"), "و");
	await userEvent.click(beside());
	expect(close).toHaveBeenCalledTimes(1);
	await userEvent.click(screen.getByRole("button", { name: "إغلاق" }));
	expect(close).toHaveBeenCalledTimes(2);
});

test("what is shown once stays until one says that it is kept", async () => {
	const close = vi.fn();
	await renderIn(
		"ar",
		<Dialog title="مفتاح جديد" isOpen onClose={close} held>
			<ShownOnce secret="key_1" title="مرة" detail="واحدة" done="احتفظت به" onClose={close} />
		</Dialog>,
	);
	await userEvent.click(beside());
	await userEvent.keyboard("{Escape}");
	expect(close).not.toHaveBeenCalled();
	await userEvent.click(screen.getByRole("button", { name: "احتفظت به" }));
	expect(close).toHaveBeenCalledTimes(1);
});
