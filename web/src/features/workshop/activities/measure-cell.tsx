import { lazy, Suspense, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/ui/button.tsx";
import field from "@/ui/field.module.css";
import { ErrorText } from "@/ui/field.tsx";
import { useMeasure } from "../use-measure.ts";
import css from "./activities.module.css";
import type { Row } from "./rows.ts";

const MeasureDialog = lazy(async () => ({
	default: (await import("./measure-dialog.tsx")).MeasureDialog,
}));

interface Props {
	row: Row;
	/** Column and row, for whoever does not see the table. */
	label: string;
	/** What the table calls the activity. */
	called: string;
	error: string | undefined;
	/** The server's word on a part of the measure. */
	said: (part: string) => string | undefined;
	onChange: (measure: Row["measure"]) => void;
}

/** How the work of an activity is measured, in brief; opens what it asks for. */
export function MeasureCell({ row, label, called, error, said, onChange }: Props) {
	const { t } = useTranslation("workshop");
	const { brief } = useMeasure();
	const id = useId();
	const [open, setOpen] = useState(false);
	const word = brief(row.measure);
	return (
		<>
			<span className={css.measure}>
				<Button
					small
					aria-label={t("measure.cell", { label, word })}
					aria-describedby={error ? id : undefined}
					onPress={() => setOpen(true)}
				>
					<bdi>{word}</bdi>
				</Button>
			</span>
			{error && (
				<span id={id} className={field.error}>
					<ErrorText>{error}</ErrorText>
				</span>
			)}
			<Suspense>
				{open && (
					<MeasureDialog
						measure={row.measure}
						title={t("measure.of", { name: row.name || called })}
						said={said}
						onChange={onChange}
						onClose={() => setOpen(false)}
					/>
				)}
			</Suspense>
		</>
	);
}
