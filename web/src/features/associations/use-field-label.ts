import { useTranslation } from "react-i18next";
import { labelKeyOf } from "./field-labels.ts";

/** The name of a field of a file in the reader's language, by its pointer. */
export function useFieldLabel(): (pointer: string) => string {
	const { t } = useTranslation(["associations", "common"]);
	return (pointer) => {
		const key = labelKeyOf(pointer);
		const row = /^\/(?:contacts|headcounts|mandates)\/(\d+)/.exec(pointer)?.[1];
		const label = key ? t(key) : pointer;
		return row === undefined ? label : t("form.rowLabel", { label, row: Number(row) + 1 });
	};
}
