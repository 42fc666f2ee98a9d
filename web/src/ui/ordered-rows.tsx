import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { ArrowDown, ArrowUp } from "./icons.tsx";
import { movedRow, withoutRow, withRow } from "./row-list.ts";
import css from "./rows.module.css";
import { RowGroup, Rows } from "./rows.tsx";

interface Props<Row> {
	lead: string;
	/** What the button says that makes another row. */
	add: string;
	rows: readonly Row[];
	onChange: (rows: Row[]) => void;
	/** A row nobody has begun. */
	blank: () => Row;
	legend: (row: Row, index: number) => string;
	/** No more than so many. */
	most: number;
	/** Their order says nothing: they are added and removed only. */
	unordered?: boolean;
	children: (row: Row, index: number, set: (patch: Partial<Row>) => void) => ReactNode;
}

/** Where the focus goes once the rows are drawn again. */
type Wanted = { at: number; on: "up" | "down" | "first" };

const FIELD = "input, select, textarea";

/** Rows whose order counts: added, removed and moved by buttons, with the focus going along. */
export function OrderedRows<Row>(props: Props<Row>) {
	const { lead, add, rows, onChange, blank, legend, most, unordered, children } = props;
	const { t } = useTranslation("common");
	const list = useRef<HTMLDivElement>(null);
	const wanted = useRef<Wanted>(undefined);
	const [said, setSaid] = useState("");
	useEffect(() => {
		const { at, on } = wanted.current ?? {};
		wanted.current = undefined;
		if (at === undefined) return;
		if (rows.length === 0) {
			list.current?.querySelector<HTMLElement>(":scope > div > [data-add]")?.focus();
			return;
		}
		const row = list.current?.querySelectorAll(":scope > fieldset")[at];
		const other = on === "up" ? "down" : "up";
		const button = (way: string) =>
			row?.querySelector<HTMLElement>(`[data-move="${way}"]:not(:disabled)`);
		const target =
			on === "first"
				? row?.querySelector<HTMLElement>(FIELD)
				: (button(on ?? "up") ?? button(other));
		target?.focus();
	}, [rows]);
	const change = (next: Row[], focus: Wanted, words: string) => {
		wanted.current = focus;
		setSaid(words);
		onChange(next);
	};
	const move = (from: number, to: number) =>
		change(
			movedRow(rows, from, to),
			{ at: to, on: to < from ? "up" : "down" },
			t("rows.moved", { place: to + 1 }),
		);
	const remove = (at: number) =>
		change(
			withoutRow(rows, at),
			{ at: Math.max(0, Math.min(at, rows.length - 2)), on: "first" },
			t("rows.removed"),
		);
	return (
		<>
			<p className="visually-hidden" role="status">
				{said}
			</p>
			<Rows
				lead={lead}
				add={add}
				isFull={rows.length >= most}
				onAdd={() => change([...rows, blank()], { at: rows.length, on: "first" }, "")}
				ref={list}
			>
				{rows.map((row, index) => (
					<RowGroup
						// biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name while it is typed
						key={index}
						legend={legend(row, index)}
						onRemove={() => remove(index)}
						beside={
							!unordered &&
							rows.length > 1 && (
								<span className={css.moves}>
									<Button
										small
										variant="quiet"
										data-move="up"
										isDisabled={index === 0}
										onPress={() => move(index, index - 1)}
									>
										<ArrowUp size={16} />
										{t("rows.up")}
									</Button>
									<Button
										small
										variant="quiet"
										data-move="down"
										isDisabled={index === rows.length - 1}
										onPress={() => move(index, index + 1)}
									>
										<ArrowDown size={16} />
										{t("rows.down")}
									</Button>
								</span>
							)
						}
					>
						{children(row, index, (patch) => onChange(withRow(rows, index, patch)))}
					</RowGroup>
				))}
			</Rows>
		</>
	);
}
