import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactElement, useState } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { renderIn } from "@/test/render.tsx";
import { type Editor, useChange, useCreation } from "./use-editor.ts";

interface Typed {
	name: string;
}
const gone = { title: "", status: 0, code: "unreachable" };
const stale = { title: "", status: 412, code: "precondition_failed" };
const write = vi.fn();
const common = { name: "thing", reads: ["things"], saved: "saved", write, leave: async () => {} };

function Fields({ editor }: { editor: Editor<Typed, Typed> }) {
	return (
		<>
			<input
				value={editor.typed.name}
				onChange={(event) => editor.onChange({ name: event.target.value })}
			/>
			<button type="button" onClick={() => editor.save(editor.typed)}>
				save
			</button>
		</>
	);
}
function New() {
	return <Fields editor={useCreation({ ...common, start: () => ({ name: "" }) })} />;
}
function Changed() {
	const [version, setVersion] = useState(1);
	const start = () => ({ name: `v${version}` });
	const editor = useChange({ ...common, start, from: version });
	return (
		<>
			<button type="button" onClick={() => setVersion(version + 1)}>
				elsewhere
			</button>
			<Fields editor={editor} />
			{editor.conflict && (
				<button type="button" onClick={editor.conflict.keepMine}>
					mine
				</button>
			)}
		</>
	);
}

const queryClient = new QueryClient();
const within = (element: ReactElement) => (
	<QueryClientProvider client={queryClient}>{element}</QueryClientProvider>
);
const sent = () => write.mock.calls.map(([, headers]) => Object.values(headers)[0]);
const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));

beforeEach(() => {
	localStorage.clear();
	write.mockReset();
});

test("what is sent again is known by its key, also after the page was left; other words are another thing", async () => {
	write.mockRejectedValue(gone);
	const { unmount } = await renderIn("ar", within(<New />));
	await userEvent.type(screen.getByRole("textbox"), "a");
	await press("save");
	await press("save");
	unmount();
	await renderIn("ar", within(<New />));
	await press("save");
	await userEvent.type(screen.getByRole("textbox"), "b");
	await press("save");
	const [first, second, third, fourth] = sent();
	expect(first).toMatch(/^[0-9a-f]{32}$/);
	expect([second, third]).toEqual([first, first]);
	expect(fourth).not.toBe(first);
});

test("what nobody has touched follows the server; what was typed stays over its version", async () => {
	write.mockRejectedValueOnce(stale).mockResolvedValueOnce(undefined);
	await renderIn("ar", within(<Changed />));
	const field = screen.getByRole("textbox");
	await press("elsewhere");
	expect(field).toHaveValue("v2");
	await userEvent.type(field, "!");
	await press("elsewhere");
	expect(field).toHaveValue("v2!");
	await press("save");
	await press("mine");
	expect(sent()).toEqual(['"2"', "*"]);
	expect(field).toHaveValue("v3");
});
