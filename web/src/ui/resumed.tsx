import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

/** What was typed on another day was found in this browser. */
export function Resumed({ onRestart }: { onRestart: () => void }) {
	const { t } = useTranslation("common");
	return (
		<Notice tone="info" title={t("kept.resumed")}>
			<div>
				<Button small onPress={onRestart}>
					{t("kept.restart")}
				</Button>
			</div>
		</Notice>
	);
}
