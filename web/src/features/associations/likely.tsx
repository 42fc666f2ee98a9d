import { useTranslation } from "react-i18next";
import type { Likely } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useWilayas } from "@/reference/use-reference.ts";
import { Tag } from "@/ui/badge.tsx";
import { Row } from "@/ui/page.tsx";
import css from "./associations.module.css";
import { StatusBadge } from "./status-badge.tsx";

const REASONS = [
	"same_name",
	"similar_name",
	"different_name",
	"same_phone",
	"same_receipt_number",
	"different_receipt_number",
	"same_commune",
	"same_wilaya",
	"different_wilaya",
	"same_founding_date",
	"same_founding_year",
	"different_founding_date",
] as const;

/** What speaks for and against two files being one association. */
export function Reasons({ reasons }: { reasons: readonly string[] }) {
	const { t } = useTranslation("associations");
	return (
		<Row>
			{reasons.map((reason) => {
				const known = REASONS.find((one) => one === reason);
				return <Tag key={reason}>{known ? t(`reason.${known}`) : reason}</Tag>;
			})}
		</Row>
	);
}

/** One of two files that may be the same association. */
export function LikelyFile({ file, hideScore }: { file: Likely; hideScore?: boolean }) {
	const { text, number } = useFormat();
	const { t } = useTranslation("associations");
	const wilayas = useWilayas();
	return (
		<div className={css.likely}>
			<b>
				<bdi>{text(file.name)}</bdi>
			</b>
			<Row>
				<StatusBadge status={file.status} />
				<span className="quiet">{wilayas.name(file.wilaya_code)}</span>
				{file.registration_number && <span className="ltr num">{file.registration_number}</span>}
				{!hideScore && (
					<span className="quiet">
						{t("duplicate.score", {
							score: number(file.score, { style: "percent", maximumFractionDigits: 0 }),
						})}
					</span>
				)}
			</Row>
		</div>
	);
}
