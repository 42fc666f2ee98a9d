import { useTranslation } from "react-i18next";
import { Encoding, type ImportPreview, Separator } from "@/api/gen/types.gen.ts";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Fields } from "@/ui/page.tsx";
import type { Reading } from "./start-import.ts";

const ENCODINGS = Object.values(Encoding);
const SEPARATORS = Object.values(Separator);

interface Props {
	preview: ImportPreview;
	/** What the officer has said of the file; the rest was found out. */
	reading: Reading;
	onChange: (reading: Reading) => void;
}

/** How the file is read, as it was found out, and as the officer puts it right: letters, separators, the sheet. */
export function HowItIsRead({ preview, reading, onChange }: Props) {
	const { t } = useTranslation("imports");
	const { format, sheets } = preview;
	if (format.kind === "ndjson" || (format.kind === "xlsx" && sheets.length < 2)) return null;
	return (
		<fieldset>
			<legend>{t("reading.title")}</legend>
			<Fields>
				{format.kind === "xlsx" ? (
					<NativeSelect
						label={t("reading.sheet")}
						hint={t("reading.sheetHint")}
						options={sheets.map((name) => ({ id: name, label: name }))}
						value={reading.sheet ?? sheets[0]}
						onChange={(sheet) => onChange({ ...reading, sheet: sheet ?? undefined })}
					/>
				) : (
					<>
						<NativeSelect
							label={t("reading.encoding")}
							hint={t("reading.encodingHint")}
							options={ENCODINGS.map((id) => ({ id, label: t(`reading.encodingName.${id}`) }))}
							value={format.encoding}
							onChange={(id) =>
								onChange({ ...reading, encoding: ENCODINGS.find((one) => one === id) })
							}
						/>
						<NativeSelect
							label={t("reading.separator")}
							options={SEPARATORS.map((id) => ({ id, label: t(`reading.separatorName.${id}`) }))}
							value={format.separator}
							onChange={(id) =>
								onChange({ ...reading, separator: SEPARATORS.find((one) => one === id) })
							}
						/>
					</>
				)}
			</Fields>
		</fieldset>
	);
}
