import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderIn } from "@/test/render.tsx";
import { Pager } from "./pager.tsx";

test("a list of one page has no steps, one of several the way on", async () => {
	const { unmount } = await renderIn(
		"fr",
		<Pager range="1 à 3" onPrevious={undefined} onNext={undefined} />,
	);
	expect(screen.getByText("1 à 3")).toBeVisible();
	expect(screen.queryByRole("button")).toBeNull();
	unmount();
	await renderIn("fr", <Pager range="1 à 25" onPrevious={undefined} onNext={() => {}} />);
	expect(screen.getByRole("button", { name: "Précédent" })).toBeDisabled();
	expect(screen.getByRole("button", { name: "Suivant" })).toBeEnabled();
});
