import {
	createMemoryHistory,
	createRootRoute,
	createRouter,
	RouterContextProvider,
} from "@tanstack/react-router";
import { fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactElement, useState } from "react";
import { describe, expect, test, vi } from "vitest";
import { renderIn } from "@/test/render.tsx";
import { Button } from "./button.tsx";
import { DataTable } from "./data-table.tsx";
import { DateField } from "./date-field.tsx";
import { composeDate, isDate, splitDate } from "./date-parts.ts";
import { NativeSelect } from "./native-select.tsx";
import { NumberField } from "./number-field.tsx";
import { Failed, FailedPage } from "./states.tsx";
import { TextField } from "./text-field.tsx";

function DateForm({ said }: { said: (value: string | null) => void }) {
	const [value, setValue] = useState<string | null>(null);
	said(value);
	return <DateField label="تاريخ التأسيس" value={value} onChange={setValue} error="خطأ" />;
}

describe("a date", () => {
	test("is typed with any digits and its month is chosen by name", async () => {
		const said = vi.fn();
		await renderIn("ar", <DateForm said={said} />);
		await userEvent.type(screen.getByLabelText("اليوم"), "٤");
		await userEvent.selectOptions(screen.getByLabelText("الشهر"), "مارس");
		await userEvent.type(screen.getByLabelText("السنة"), "٢٠١٩");
		expect(said).toHaveBeenLastCalledWith("2019-03-04");
		expect(screen.getByRole("group", { name: "تاريخ التأسيس" })).toHaveAccessibleDescription(/خطأ/);
	});
	test("loses nothing while unfinished", () => {
		expect(splitDate(composeDate({ year: "20", month: "", day: "4" }))).toEqual({
			year: "20",
			month: "",
			day: "4",
		});
		expect(composeDate({ year: "", month: "", day: "" })).toBeNull();
	});
	test("must exist", () => {
		expect(isDate("2024-02-29")).toBe(true);
		expect(isDate("2023-02-29")).toBe(false);
		expect(isDate("2023-2-9")).toBe(false);
	});
});

test("a number is read whatever digits and separators it is typed with", async () => {
	const change = vi.fn();
	await renderIn("ar", <NumberField label="العدد" value={null} onChange={change} />);
	const box = screen.getByRole("textbox", { name: "العدد" });
	fireEvent.change(box, { target: { value: "١.٢٣٤" } });
	expect(change).toHaveBeenLastCalledWith(1234);
	fireEvent.change(box, { target: { value: "abc" } });
	expect(change).toHaveBeenCalledTimes(2);
	expect(change).toHaveBeenLastCalledWith(null);
});

test("a field is tied to its label, its hint and what is wrong with it", async () => {
	await renderIn(
		"fr",
		<>
			<TextField
				label="Nom"
				hint="Comme au récépissé"
				error="Obligatoire"
				value=""
				onChange={() => undefined}
			/>
			<NativeSelect
				label="Wilaya"
				error="Choisir"
				options={[]}
				value={null}
				onChange={() => undefined}
			/>
		</>,
	);
	const name = screen.getByRole("textbox", { name: "Nom" });
	expect(name).toBeInvalid();
	expect(name).toHaveAccessibleDescription(/Comme au récépissé.*Obligatoire/);
	expect(screen.getByRole("combobox", { name: "Wilaya" })).toHaveAccessibleDescription(/Choisir/);
});

test("a button whose work is under way does nothing more, not even submit", async () => {
	const press = vi.fn();
	const submit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());
	await renderIn(
		"fr",
		<form onSubmit={submit}>
			<Button isPending onPress={press}>
				Un
			</Button>
			<Button type="submit" isPending>
				Deux
			</Button>
		</form>,
	);
	await userEvent.click(screen.getByRole("button", { name: "Un" }));
	await userEvent.click(screen.getByRole("button", { name: "Deux" }));
	expect(press).not.toHaveBeenCalled();
	expect(submit).not.toHaveBeenCalled();
});

test("a heading of a table tells its order and asks for the other", async () => {
	const sort = vi.fn();
	await renderIn(
		"fr",
		<DataTable
			label="Associations"
			rows={[{ id: "1", name: "Mains d’or" }]}
			rowKey={(row) => row.id}
			sort="name"
			onSort={sort}
			columns={[
				{ id: "name", header: "Nom", sort: "name", cell: (row) => row.name },
				{ id: "id", header: "Numéro", sort: "id", cell: (row) => row.id },
			]}
		/>,
	);
	expect(screen.getByRole("columnheader", { name: "Nom" })).toHaveAttribute(
		"aria-sort",
		"ascending",
	);
	expect(screen.getByRole("columnheader", { name: "Numéro" })).toHaveAttribute("aria-sort", "none");
	expect(screen.getByRole("rowheader", { name: "Mains d’or" })).toBeVisible();
	await userEvent.click(screen.getByRole("button", { name: "Nom" }));
	expect(sort).toHaveBeenLastCalledWith("-name");
	await userEvent.click(screen.getByRole("button", { name: "Numéro" }));
	expect(sort).toHaveBeenLastCalledWith("id");
});

/** The same inside a router, for what links elsewhere. */
async function atHome(element: ReactElement) {
	const router = createRouter({
		routeTree: createRootRoute({ component: () => element }),
		history: createMemoryHistory(),
	});
	await router.load();
	return <RouterContextProvider router={router as never}>{element}</RouterContextProvider>;
}

describe("what could not be read", () => {
	const problem = (status: number, code: string) => ({ title: "خلل", status, code });
	test.each([
		[problem(404, "not_found"), "الصفحة غير موجودة"],
		[problem(403, "forbidden"), "هذه الصفحة ليست ضمن صلاحياتكم"],
		[problem(0, "unreachable"), "تعذر الاتصال بالخادم"],
		[problem(500, "internal"), "خلل"],
		[new Error("x"), "حدث خلل غير متوقع"],
	])("%o says why", async (error, words) => {
		await renderIn("ar", await atHome(<FailedPage error={error} />));
		expect(screen.getByRole("heading", { level: 1, name: words })).toBeInTheDocument();
		expect(document.title).toContain(words);
	});
	test("tells how long to wait and can be asked again", async () => {
		const retry = vi.fn();
		const throttled = { ...problem(429, "throttled"), retryAfter: 150 };
		await renderIn("ar", <Failed error={throttled} onRetry={retry} />);
		expect(screen.getByRole("alert")).toHaveTextContent("أعيدوا المحاولة بعد 3 دقائق.");
		await userEvent.click(screen.getByRole("button", { name: "إعادة المحاولة" }));
		expect(retry).toHaveBeenCalledOnce();
	});
});
