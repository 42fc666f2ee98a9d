import { type ClipboardEvent, type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import type { Locale } from "@/i18n/locale.ts";
import { Button } from "@/ui/button.tsx";
import { Trash } from "@/ui/icons.tsx";
import { useMoney } from "../use-money.ts";
import css from "./criteria.module.css";
import { blankRow, type FlowRow, labelIn, pasted, periodsOf, sumOf, withLabel } from "./flows.ts";

interface Props {
	rows: readonly FlowRow[];
	/** Absent where nothing may be changed. */
	onChange: ((rows: readonly FlowRow[]) => void) | undefined;
	/** In which language the names are typed. */
	language: Locale;
	/** What is wrong with a cell: by row and period, or by row and `label`. */
	wrong: (row: number, cell: number | "label") => string | undefined;
}

/** Parts of the cash flow down, periods along the reading direction, with the sum of each period. */
export function FlowsTable({ rows, onChange, language, wrong }: Props) {
	const { t } = useTranslation("workshop");
	const { dinars } = useMoney();
	const { text } = useFormat();
	const body = useRef<HTMLTableSectionElement>(null);
	const periods = Array.from({ length: periodsOf(rows) }, (_, period) => period);
	const nameOf = (period: number) =>
		period === 0 ? t("criteria.now") : t("criteria.period", { number: period });
	const set = (index: number, patch: Partial<FlowRow>) =>
		onChange?.(rows.map((row, i) => (i === index ? { ...row, ...patch } : row)));
	const paste = (event: ClipboardEvent, row: number, period: number) => {
		const text = event.clipboardData.getData("text/plain");
		if (!/[\t\n]/.test(text)) return;
		event.preventDefault();
		onChange?.(pasted(rows, { row, period }, text));
	};
	const focus = (row: number, column: number) =>
		body.current?.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`)?.focus();
	/** Up and down go between rows; Enter goes down, and in the last row makes a new one. */
	const move = (event: KeyboardEvent, row: number, column: number) => {
		const down = event.key === "ArrowDown" || event.key === "Enter";
		if (!down && event.key !== "ArrowUp") return;
		event.preventDefault();
		if (event.key === "Enter" && row === rows.length - 1) {
			onChange?.([...rows, blankRow(`new-${rows.length}-${Date.now()}`, periods.length)]);
			setTimeout(() => focus(row + 1, 0));
		} else focus(row + (down ? 1 : -1), column);
	};
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
		<section className={css.scroll} aria-label={t("criteria.flows")} tabIndex={0}>
			<table>
				<thead>
					<tr>
						<th scope="col">{t("criteria.part")}</th>
						{periods.map((period) => (
							<th key={period} scope="col" dir="ltr" data-numeric>
								<bdi>{nameOf(period)}</bdi>
							</th>
						))}
						{onChange && (
							<td>
								<span className="visually-hidden">{t("criteria.remove")}</span>
							</td>
						)}
					</tr>
				</thead>
				<tbody ref={body}>
					{rows.map((row, index) => {
						const name = text({ ...row.source, ar: row.label }) || String(index + 1);
						const cell = (at: number | "label") => {
							const said = wrong(index, at);
							return said
								? ({ "aria-invalid": true, "aria-description": said, title: said } as const)
								: {};
						};
						return (
							<tr key={row.key}>
								<th scope="row">
									{onChange ? (
										<input
											dir={language === "ar" ? "auto" : "ltr"}
											aria-label={
												language === "ar"
													? t("criteria.partOf", { row: index + 1 })
													: t(`names.${language}`, {
															label: t("criteria.partOf", { row: index + 1 }),
														})
											}
											data-cell={`${index}-0`}
											placeholder={language === "ar" ? undefined : row.label}
											value={labelIn(row, language)}
											{...cell("label")}
											onChange={(event) => set(index, withLabel(row, language, event.target.value))}
											onKeyDown={(event) => move(event, index, 0)}
										/>
									) : (
										<bdi>{name}</bdi>
									)}
								</th>
								{periods.map((period) => (
									<td key={period} dir="ltr" data-numeric>
										{onChange ? (
											<input
												dir="ltr"
												inputMode="decimal"
												aria-label={t("criteria.cell", { part: name, period: nameOf(period) })}
												data-cell={`${index}-${period + 1}`}
												value={row.amounts[period] ?? ""}
												{...cell(period)}
												onChange={(event) =>
													set(index, {
														amounts: periods.map((one) =>
															one === period ? event.target.value : (row.amounts[one] ?? ""),
														),
													})
												}
												onKeyDown={(event) => move(event, index, period + 1)}
												onPaste={(event) => paste(event, index, period)}
											/>
										) : (
											dinars(sumOf([row], period))
										)}
									</td>
								))}
								{onChange && (
									<td>
										<Button
											small
											variant="quiet"
											aria-label={t("criteria.removeOf", { part: name })}
											isDisabled={rows.length === 1}
											onPress={() => onChange(rows.filter((_, i) => i !== index))}
										>
											<Trash size={16} />
										</Button>
									</td>
								)}
							</tr>
						);
					})}
				</tbody>
				<tfoot>
					<tr>
						<th scope="row">{t("criteria.sum")}</th>
						{periods.map((period) => (
							<td
								key={period}
								dir="ltr"
								data-numeric
								data-negative={sumOf(rows, period) < 0 || undefined}
							>
								{dinars(sumOf(rows, period))}
							</td>
						))}
						{onChange && <td />}
					</tr>
				</tfoot>
			</table>
		</section>
	);
}
