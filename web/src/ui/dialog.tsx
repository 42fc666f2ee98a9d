import { type ReactNode, useCallback, useState } from "react";
import { Dialog as RacDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import { BCP47 } from "@/i18n/locale.ts";
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
	/** What it shows is shown this once: a click beside it, or Escape, does not end it. */
	held?: boolean;
}

export function Dialog({ title, isOpen, onClose, children, wide, role = "dialog", held }: Props) {
	const { t } = useTranslation("common");
	const [typed, setTyped] = useState(false);
	const listen = useCallback((body: HTMLElement | null) => {
		body?.addEventListener("input", () => setTyped(true));
	}, []);
	const { locale } = useFormat();
	return (
		<I18nProvider locale={BCP47[locale]}>
			<ModalOverlay
				className={css.overlay ?? ""}
				isOpen={isOpen}
				onOpenChange={(open) => !open && onClose()}
				// A click beside it must not throw away what was typed.
				isDismissable={role === "dialog" && !typed && !held}
				isKeyboardDismissDisabled={held ?? false}
			>
				<Modal className={(wide ? css.wide : css.modal) ?? ""}>
					<RacDialog ref={listen} role={role} className={css.dialog ?? ""}>
						<header className={css.head}>
							<Heading slot="title" level={2}>
								{title}
							</Heading>
							<button
								type="button"
								className={css.close}
								aria-label={t("action.close")}
								onClick={onClose}
							>
								<Cross />
							</button>
						</header>
						{children}
					</RacDialog>
				</Modal>
			</ModalOverlay>
		</I18nProvider>
	);
}
