import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderIn } from "@/test/render.tsx";
import { ProblemPanel } from "./problem-panel.tsx";

test("why something is there no longer takes the place of that it was not found", async () => {
	const error = { title: "Introuvable", status: 404, code: "not_found", detail: "Il est révoqué." };
	const { unmount } = await renderIn("fr", <ProblemPanel error={error} />);
	expect(screen.getByRole("alert")).toHaveTextContent(/^Il est révoqué\.$/);
	unmount();
	await renderIn("fr", <ProblemPanel error={{ ...error, detail: null }} />);
	expect(screen.getByRole("alert")).toHaveTextContent("Introuvable");
});
