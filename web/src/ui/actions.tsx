import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import css from "./actions.module.css";
import { Button } from "./button.tsx";

/** The row of buttons that ends a form or a dialog: the main one first in reading order. */
export function Actions({ children }: { children: ReactNode }) {
	return <div className={css.actions}>{children}</div>;
}

interface Props {
	/** What the main button says. */
	children: ReactNode;
	isPending: boolean;
	onCancel: () => void;
	variant?: "primary" | "danger";
}

/** The end of a form in a dialog: do it, or leave everything as it is. */
export function SubmitOrCancel({ children, isPending, onCancel, variant = "primary" }: Props) {
	const { t } = useTranslation("common");
	return (
		<Actions>
			<Button type="submit" variant={variant} isPending={isPending}>
				{children}
			</Button>
			<Button onPress={onCancel}>{t("action.cancel")}</Button>
		</Actions>
	);
}
