import { useTranslation } from "react-i18next";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Stack } from "@/ui/page.tsx";

/** Asks once: what is handed in stays as it is. */
export function HandIn({ onConfirm, onClose }: { onConfirm: () => void; onClose: () => void }) {
	const { t } = useTranslation("evaluations");
	return (
		<Dialog title={t("sure.title")} isOpen onClose={onClose} role="alertdialog">
			<form
				onSubmit={(event) => {
					event.preventDefault();
					onConfirm();
				}}
			>
				<Stack>
					<p>{t("sure.lead")}</p>
					<SubmitOrCancel isPending={false} onCancel={onClose}>
						{t("sure.do")}
					</SubmitOrCancel>
				</Stack>
			</form>
		</Dialog>
	);
}
