import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { renderIn } from "@/test/render.tsx";
import { FileButton } from "./file-button.tsx";

afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

test("says that a file is being made, then how much of it has come", async () => {
	vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
	let answer!: (response: Response) => void;
	const answered = new Promise<Response>((resolve) => {
		answer = resolve;
	});
	const fetched = vi.fn(() => answered);
	vi.stubGlobal("fetch", fetched);
	await renderIn("fr", <FileButton path="/api/v1/archive">Tous les PDF</FileButton>);
	const button = screen.getByRole("button", { name: "Tous les PDF" });
	await userEvent.click(button);
	expect(await screen.findByRole("progressbar", { name: "Le fichier se prépare" })).toBeVisible();
	expect(screen.getByRole("status")).toHaveTextContent("Le fichier se prépare");
	// Asked for twice it is made once.
	await userEvent.click(button);
	expect(fetched).toHaveBeenCalledTimes(1);

	let more!: ReadableStreamDefaultController<Uint8Array>;
	const body = new ReadableStream<Uint8Array>({
		start(controller) {
			more = controller;
		},
	});
	answer(new Response(body, { headers: { "Content-Length": "4096" } }));
	more.enqueue(new Uint8Array(1024));
	const bar = await screen.findByRole("progressbar", { name: "Le fichier arrive" });
	expect(bar).toHaveAttribute("value", "1024");
	expect(bar).toHaveAttribute("max", "4096");
	expect(screen.getByText(/1.*ko.* sur .*4.*ko/)).toBeVisible();
	more.close();
	await waitFor(() => expect(screen.queryByRole("progressbar")).toBeNull());
	expect(button).not.toHaveAttribute("aria-busy");
});
