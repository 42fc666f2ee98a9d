import { type DragEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "./cx.ts";
import field from "./field.module.css";
import { ErrorText, type FieldProps } from "./field.tsx";
import css from "./file-drop.module.css";
import { FileIcon, Upload } from "./icons.tsx";

interface Props extends FieldProps {
	/** As the platform's file chooser wants it: `.pdf,image/*`. */
	accept: string;
	file: File | null;
	onFile: (file: File) => void;
}

/** Choose a file, or let it fall here: a native input, so that keyboard and phones need nothing more. */
export function FileDrop({ label, hint, error, accept, file, onFile }: Props) {
	const { t } = useTranslation("common");
	const id = useId();
	const [over, setOver] = useState(false);
	const take = (files: FileList | null) => {
		const first = files?.[0];
		if (first) onFile(first);
	};
	const drop = (event: DragEvent) => {
		event.preventDefault();
		setOver(false);
		take(event.dataTransfer.files);
	};
	return (
		<div className={field.field}>
			<span className={field.label} id={`${id}-label`}>
				{label}
			</span>
			{/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the input inside does the same */}
			<div
				className={css.drop}
				data-over={over || undefined}
				data-invalid={error ? true : undefined}
				onDragOver={(event) => {
					event.preventDefault();
					setOver(true);
				}}
				onDragLeave={() => setOver(false)}
				onDrop={drop}
			>
				{file ? <FileIcon size={28} /> : <Upload size={28} />}
				<label htmlFor={id} className={css.text}>
					{file ? <bdi>{file.name}</bdi> : t("file.choose")}
				</label>
				<input
					id={id}
					type="file"
					className={css.input}
					accept={accept}
					aria-labelledby={`${id}-label`}
					aria-describedby={cx(hint && `${id}-hint`, error && `${id}-error`) || undefined}
					aria-invalid={error ? true : undefined}
					onChange={(event) => {
						take(event.target.files);
						event.target.value = "";
					}}
				/>
				<span className={css.or}>{t(file ? "file.another" : "file.drop")}</span>
			</div>
			{hint && (
				<span id={`${id}-hint`} className={field.hint}>
					{hint}
				</span>
			)}
			{error && (
				<span id={`${id}-error`} className={field.error}>
					<ErrorText>{error}</ErrorText>
				</span>
			)}
		</div>
	);
}
