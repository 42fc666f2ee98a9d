import { useTranslation } from "react-i18next";
import type { Remark } from "@/api/gen/types.gen.ts";
import { Card } from "@/ui/page.tsx";
import css from "./associations.module.css";
import { useFieldLabel } from "./use-field-label.ts";

/** What the officer asks to correct, field by field. */
export function Remarks({ remarks }: { remarks: readonly Remark[] }) {
	const { t } = useTranslation("associations");
	const labelOf = useFieldLabel();
	if (remarks.length === 0) return null;
	return (
		<Card title={t("remarks.title")}>
			<ul className={css.remarks}>
				{remarks.map((remark) => (
					<li key={`${remark.pointer} ${remark.text}`}>
						<b>{labelOf(remark.pointer)}</b>
						<bdi>{remark.text}</bdi>
					</li>
				))}
			</ul>
		</Card>
	);
}
