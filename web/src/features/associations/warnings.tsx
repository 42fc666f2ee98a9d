import { useTranslation } from "react-i18next";
import type { Association, Warning } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Notice } from "@/ui/notice.tsx";
import { useFieldLabel } from "./use-field-label.ts";

const CODES = [
	"few_founders",
	"few_communes",
	"few_wilayas",
	"no_president",
	"no_receipt",
] as const;

/** What the law expects and the file does not show; a warning never refuses. */
export function Warnings({ warnings }: Pick<Association, "warnings">) {
	const { t } = useTranslation(["associations", "common"]);
	const { number } = useFormat();
	const labelOf = useFieldLabel();
	const said = ({ code, expected, found }: Warning) => {
		const known = CODES.find((one) => one === code);
		return known
			? t(`warning.${known}`, {
					count: expected ?? 0,
					found: found == null ? t("common:state.unknown") : number(found),
				})
			: code;
	};
	if (warnings.length === 0) return null;
	return (
		<Notice tone="warn" title={t("warnings.title")}>
			<ul>
				{warnings.map((warning) => (
					<li key={`${warning.code} ${warning.pointer}`}>
						<b>{labelOf(warning.pointer)}</b> — {said(warning)}
					</li>
				))}
			</ul>
		</Notice>
	);
}
