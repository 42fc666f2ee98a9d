import { useState } from "react";
import { useTranslation } from "react-i18next";
import { download, EXPORT_FORMATS, type ExportFormat } from "@/api/download.ts";
import { Button } from "./button.tsx";
import css from "./export-menu.module.css";
import { Download } from "./icons.tsx";
import { ProblemPanel } from "./problem-panel.tsx";

const FORMATS = Object.keys(EXPORT_FORMATS) as ExportFormat[];

/** The list on the page as a file, with the same filters. */
export function ExportMenu({ path, name }: { path: string; name: string }) {
	const { t } = useTranslation("common");
	const [busy, setBusy] = useState<ExportFormat>();
	const [error, setError] = useState<unknown>();
	const fetchFile = async (format: ExportFormat) => {
		setBusy(format);
		setError(undefined);
		try {
			await download(path, `${name}.${format}`, EXPORT_FORMATS[format]);
		} catch (failure) {
			setError(failure);
		} finally {
			setBusy(undefined);
		}
	};
	return (
		<details className={css.menu}>
			<summary className={css.summary}>
				<Download size={16} />
				{t("export.title")}
			</summary>
			<div className={css.list}>
				{FORMATS.map((format) => (
					<Button
						key={format}
						small
						variant="quiet"
						isPending={busy === format}
						onPress={() => void fetchFile(format)}
					>
						{t(`export.${format}`)}
					</Button>
				))}
				{error !== undefined && <ProblemPanel error={error} />}
			</div>
		</details>
	);
}
