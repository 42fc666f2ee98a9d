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
