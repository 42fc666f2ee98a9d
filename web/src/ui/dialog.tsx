import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Dialog as RacDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { useTranslation } from "react-i18next";
import css from "./dialog.module.css";
import { Cross } from "./icons.tsx";

interface Props {
	title: string;
	isOpen: boolean;
	onClose: () => void;
	children: ReactNode;
	/** For comparisons side by side. */
	wide?: boolean;
	/** `alertdialog` when what follows cannot be taken back. */
	role?: "dialog" | "alertdialog";
}

export function Dialog({ title, isOpen, onClose, children, wide, role = "dialog" }: Props) {
	const { t } = useTranslation("common");
	return (
		<ModalOverlay
			className={css.overlay ?? ""}
			isOpen={isOpen}
			onOpenChange={(open) => !open && onClose()}
			isDismissable={role === "dialog"}
		>
			<Modal className={(wide ? css.wide : css.modal) ?? ""}>
				<RacDialog role={role} className={css.dialog ?? ""}>
					<header className={css.head}>
						<Heading slot="title" level={2}>
							{title}
						</Heading>
						<Button slot="close" className={css.close ?? ""} aria-label={t("action.close")}>
							<Cross />
						</Button>
					</header>
					{children}
				</RacDialog>
			</Modal>
		</ModalOverlay>
	);
}

/** The row of buttons that ends a form or a dialog: the main one first in reading order. */
export function Actions({ children }: { children: ReactNode }) {
	return <div className={css.actions}>{children}</div>;
}
