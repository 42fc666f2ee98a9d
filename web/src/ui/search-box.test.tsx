import { fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SearchBox } from "./search-box.tsx";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function box() {
	const said: string[] = [];
	render(<SearchBox label="البحث" value="" onSearch={(text) => said.push(text)} />);
	const input = screen.getByRole("searchbox");
	return {
		said,
		type: (text: string) => fireEvent.change(input, { target: { value: text } }),
		input,
	};
}

test("searches once, after a pause in typing", () => {
	const { said, type } = box();
	type("نحا");
	type("نحاس ");
	vi.advanceTimersByTime(300);
	expect(said).toEqual([]);
	vi.advanceTimersByTime(100);
	expect(said).toEqual(["نحاس"]);
});

test("whoever leaves the box has searched already, and nothing calls them back later", () => {
	const { said, type, input } = box();
	type("نحاس");
	fireEvent.blur(input);
	expect(said).toEqual(["نحاس"]);
	vi.advanceTimersByTime(5000);
	expect(said).toHaveLength(1);
});

test("leaving an untouched box searches nothing", () => {
	const { said, input } = box();
	fireEvent.blur(input);
	vi.advanceTimersByTime(5000);
	expect(said).toEqual([]);
});

test("Enter searches at once, and does not send the form around it", () => {
	const said: string[] = [];
	const sent = vi.fn();
	render(
		<form onSubmit={sent}>
			<SearchBox label="البحث" value="" onSearch={(text) => said.push(text)} />
		</form>,
	);
	const input = screen.getByRole("searchbox");
	fireEvent.change(input, { target: { value: "نحاس" } });
	expect(fireEvent.keyDown(input, { key: "Enter" })).toBe(false);
	expect(said).toEqual(["نحاس"]);
	expect(sent).not.toHaveBeenCalled();
});
