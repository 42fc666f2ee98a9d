import { useTranslation } from "react-i18next";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";

/** What was typed on another day was found in this browser. */
export function Resumed({ onRestart }: { onRestart: () => void }) {
	const { t } = useTranslation("events");
	return (
		<Notice tone="info" title={t("form.resumed")}>
			<div>
				<Button small onPress={onRestart}>
					{t("form.restart")}
				</Button>
			</div>
		</Notice>
	);
}
