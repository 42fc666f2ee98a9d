import { useTranslation } from "react-i18next";
import type { Received } from "@/api/download.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Progress } from "@/ui/progress.tsx";
import css from "./file-coming.module.css";

const KILOBYTE = 1024;
const kilobytes = { style: "unit", unit: "kilobyte", maximumFractionDigits: 0 } as const;

/** That the server is making a file, then how much of it has come. */
export function FileComing({ so }: { so: Received | null }) {
	const { t } = useTranslation("common");
	const { number } = useFormat();
	const size = (bytes: number) => number(Math.ceil(bytes / KILOBYTE), kilobytes);
	const received = so && size(so.received);
	return (
		<div className={css.coming}>
			<Progress
				label={t(so ? "file.receiving" : "file.making")}
				said={
					so?.total ? t("file.receivedOf", { received, total: size(so.total) }) : (received ?? "")
				}
				value={so?.received ?? 0}
				max={so?.total ?? null}
			/>
		</div>
	);
}
