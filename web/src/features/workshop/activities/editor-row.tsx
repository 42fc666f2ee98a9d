import type { ClipboardEvent, KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/ui/button.tsx";
import field from "@/ui/field.module.css";
import { ErrorText } from "@/ui/field.tsx";
import { Trash } from "@/ui/icons.tsx";
import css from "./activities.module.css";
import { CalendarCell } from "./calendar-cell.tsx";
import { LimitsCell } from "./limits-cell.tsx";
import { MeasureCell } from "./measure-cell.tsx";
import type { FieldName, Row } from "./rows.ts";

/** A part of an activity that something can be wrong with. */
export type Cell = FieldName | "calendar" | "measure" | "constraint" | "deadline" | "note";

interface Props {
	row: Row;
	/** Its place in the table, from 0. */
	place: number;
	columns: readonly FieldName[];
	calendars: readonly string[];
	/** Whether the project has a start. */
	dated: boolean;
	/** What is wrong with a cell. */
	wordOn: (name: Cell) => string | undefined;
	/** The server's word on a part of its measure. */
	saidOn: (part: string) => string | undefined;
	onChange: (patch: Partial<Row>) => void;
	onRemove: () => void;
	onKey: (event: KeyboardEvent, name: FieldName) => void;
	onPaste: (event: ClipboardEvent, name: FieldName) => void;
}

const isText = (name: FieldName) =>
	name === "code" || name === "predecessors" || name.startsWith("name");

/** One activity in the table. */
export function EditorRow(props: Props) {
	const { row, place, columns, calendars, wordOn, saidOn, onChange, onRemove, onKey, onPaste } =
		props;
	const { t } = useTranslation("workshop");
	const called = row.code || String(place + 1);
	const labelOf = (name: FieldName | "calendar" | "limits" | "measure" | "milestone") =>
		t("editor.cell", { column: t(`editor.${name}`), row: called });
	return (
		<tr>
			{columns.map((name) => {
				const word = wordOn(name);
				const about = `${row.key}-${name}-error`;
				return (
					<td key={name}>
						<input
							className={field.input}
							data-cell={`${place}/${name}`}
							aria-label={labelOf(name)}
							dir={name === "name" ? "auto" : "ltr"}
							inputMode={isText(name) ? undefined : "decimal"}
							autoComplete="off"
							placeholder={name === "nameFr" || name === "nameEn" ? row.name : undefined}
							value={row[name]}
							disabled={row.milestone && !isText(name)}
							aria-invalid={word ? true : undefined}
							aria-describedby={word ? about : undefined}
							onChange={(event) => onChange({ [name]: event.target.value })}
							onKeyDown={(event) => onKey(event, name)}
							onPaste={(event) => onPaste(event, name)}
						/>
						{word && (
							<span id={about} className={field.error}>
								<ErrorText>{word}</ErrorText>
							</span>
						)}
					</td>
				);
			})}
			{calendars.length > 0 && (
				<td>
					<CalendarCell
						row={row}
						label={labelOf("calendar")}
						names={calendars}
						error={wordOn("calendar")}
						onChange={(calendar) => onChange({ calendar })}
					/>
				</td>
			)}
			<td>
				<LimitsCell
					limits={row.limits}
					dated={props.dated}
					called={row.name || called}
					label={labelOf("limits")}
					said={wordOn}
					onChange={(limits) => onChange({ limits })}
				/>
			</td>
			<td>
				<MeasureCell
					row={row}
					label={labelOf("measure")}
					called={called}
					error={wordOn("measure")}
					said={saidOn}
					onChange={(measure) => onChange({ measure })}
				/>
			</td>
			<td>
				<input
					type="checkbox"
					className={css.tick}
					aria-label={labelOf("milestone")}
					checked={row.milestone}
					onChange={(event) => onChange({ milestone: event.target.checked })}
				/>
			</td>
			<td>
				<Button
					small
					variant="quiet"
					aria-label={t("editor.removeOf", { row: called })}
					onPress={onRemove}
				>
					<Trash size={16} />
				</Button>
			</td>
		</tr>
	);
}
