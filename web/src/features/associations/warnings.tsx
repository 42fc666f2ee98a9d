import { useTranslation } from "react-i18next";
import type { Association } from "@/api/gen/types.gen.ts";
import { Notice } from "@/ui/notice.tsx";
import { useFieldLabel } from "./use-field-label.ts";

/** What the law expects and the file does not show; a warning never refuses. */
export function Warnings({ warnings }: Pick<Association, "warnings">) {
	const { t } = useTranslation("associations");
	const labelOf = useFieldLabel();
	if (warnings.length === 0) return null;
	return (
		<Notice tone="warn" title={t("warnings.title")}>
			<ul>
				{warnings.map((warning) => (
					<li key={`${warning.code} ${warning.pointer}`}>
						<b>{labelOf(warning.pointer)}</b> — {warning.detail}
					</li>
				))}
			</ul>
		</Notice>
	);
}
